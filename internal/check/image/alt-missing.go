package image

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// An empty alternative may be an oversight or a decision. Only the writer
// knows, so a decision is written down as one.
var altMissing = &check.Check{
	ID:       "image/alt-missing",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 23a2a8", "axe image-alt"),
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if strings.TrimSpace(image.alt) == "" && !image.decorative {
				p.Found(image.altAt, "this picture has no words for people who do not see it")
			}
		}
	},
}
