package bypass

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noHeading = &check.Check{
	ID:       "bypass/no-heading",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("ACT 047fe0"),
	Output: func(p *check.OutputPass) {
		n := newsOf(p)
		switch {
		case n == nil || n.heading():
		case n.frames():
			p.AskOn(n.at(), "is there a heading over what is new on this page? None stands in its own markup")
		default:
			p.FoundOn(n.at(), "no heading stands over what is new on this page; all before it is repeated from other pages")
		}
	},
}
