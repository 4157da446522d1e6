package style

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var noSelection = &check.Check{
	ID:       "style/no-selection",
	Severity: finding.Warning,
	Output: func(p *check.OutputPass) {
		s := p.View.Styles()
		if !s.Mentions("user-select") {
			return
		}
		for e := range p.All("html", "body", "main", "article") {
			if s.Value(e, "user-select") == "none" || s.Value(e, "-webkit-user-select") == "none" {
				p.FoundOn(e, "these words cannot be selected, so nobody can have them read aloud, translated or copied")
			}
		}
	},
}
