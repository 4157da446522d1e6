package bypass

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noLandmark = &check.Check{
	ID:       "bypass/no-landmark",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("ACT b40fd1"),
	Output: func(p *check.OutputPass) {
		n := newsOf(p)
		switch {
		case n == nil || n.landmark():
		case n.frames():
			p.AskOn(n.at(), "is what is new on this page marked as a region? Its own markup has none")
		default:
			p.FoundOn(n.at(), "what is new on this page is not marked as its main part, nor as any other region")
		}
	},
}
