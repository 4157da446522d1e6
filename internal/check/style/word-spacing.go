package style

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var wordSpacing = &check.Check{
	ID:       "style/word-spacing",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.12", "ACT 9e45ec", "axe avoid-inline-spacing"),
	Output: func(p *check.OutputPass) {
		narrow(p, spacing{"word-spacing", .16, "the space between words"}, func(*dom.Element) bool { return true })
	},
}
