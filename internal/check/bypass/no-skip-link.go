package bypass

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noSkipLink = &check.Check{
	ID:       "bypass/no-skip-link",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("ACT ye5d6e", "axe skip-link"),
	Output: func(p *check.OutputPass) {
		n := newsOf(p)
		switch {
		case n == nil || n.skipLink():
		case n.switches():
			p.AskOn(n.at(), "does a button move readers past what is repeated here? No link does")
		default:
			p.FoundOn(n.at(), "no link leads past what is repeated here from other pages")
		}
	},
}
