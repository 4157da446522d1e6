package bypass

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var none = &check.Check{
	ID:       "bypass/none",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.1", "ACT cf77f2", "axe bypass"),
	Output: func(p *check.OutputPass) {
		n := newsOf(p)
		switch {
		case n == nil || n.heading() || n.landmark() || n.skipLink():
		case n.switches():
			p.AskOn(n.at(), "can readers hide what every page repeats here, or get past it? No heading, region or link does that")
		default:
			p.FoundOn(n.at(), "nothing lets readers get past what is repeated here from other pages: no heading, no main part, no link")
		}
	},
}
