package image

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// The words of one picture are too few to guess their language. What can be
// known is that they are those of the page in another language.
var altLanguage = &check.Check{
	ID:       "image/alt-language",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 3.1.2"),
	Source: func(p *check.SourcePass) {
		if p.Page.Translation == nil || p.Page.Lang.Base() == p.Page.Translation.Source.Lang.Base() {
			return
		}
		original := p.Page.Translation.Source
		theirs := map[string]bool{}
		for _, image := range pictures(original) {
			theirs[bare(image.alt)] = true
		}
		for _, image := range pictures(p.Page) {
			if alt := bare(image.alt); strings.Count(alt, " ")+1 >= fewest && theirs[alt] {
				p.Found(image.altAt, "the words for this picture are not translated: they are those of the page in "+original.Lang.Autonym)
			}
		}
	},
}
