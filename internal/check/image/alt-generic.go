package image

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var altGeneric = &check.Check{
	ID:       "image/alt-generic",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1"),
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if saysNothing(primary(p.Page.Lang), image.alt) {
				p.Found(image.altAt, "the words for this picture only say that there is one: “"+strings.TrimSpace(image.alt)+"”")
			}
		}
	},
}

// saysNothing tells a text alternative that is only the name of a kind of
// picture, a number beside it or not.
func saysNothing(language, alt string) bool {
	kinds := 0
	for _, w := range words(alt) {
		switch {
		case strings.Trim(w, "0123456789") == "":
		case slices.Contains(generic[language], w), slices.Contains(generic["en"], w):
			kinds++
		default:
			return false
		}
	}
	return kinds == 1
}
