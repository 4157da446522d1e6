package image

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var altLong = &check.Check{
	ID:       "image/alt-long",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if n := utf8.RuneCountInString(strings.TrimSpace(image.alt)); n > p.Site.Config.LongestAlt {
				p.Found(image.altAt, fmt.Sprintf("the words for this picture have %d characters, more than %d", n, p.Site.Config.LongestAlt))
			}
		}
	},
}
