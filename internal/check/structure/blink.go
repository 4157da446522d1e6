package structure

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var blink = &check.Check{
	ID:       "structure/blink",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.2.2", "axe blink"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("blink") {
			if p.View.Styles().Displayed(e) {
				p.FoundOn(e, "these words are meant to blink")
			}
		}
	},
}
