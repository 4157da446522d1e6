package style

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var letterSpacing = &check.Check{
	ID:       "style/letter-spacing",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.12", "ACT 24afc2", "axe avoid-inline-spacing"),
	Output: func(p *check.OutputPass) {
		narrow(p, spacing{"letter-spacing", .12, "the space between letters"}, func(*dom.Element) bool { return true })
	},
}
