package structure

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var marquee = &check.Check{
	ID:       "structure/marquee",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.2.2", "axe marquee"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("marquee") {
			if p.View.Styles().Displayed(e) {
				p.FoundOn(e, "these words move across the page, and nothing stops them")
			}
		}
	},
}
