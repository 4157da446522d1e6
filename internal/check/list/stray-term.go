package list

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var strayTerm = &check.Check{
	ID:       "list/stray-term",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe dlitem"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("dt", "dd") {
			if e.Has("role") || p.View.Tree().Hidden(e) {
				continue
			}
			up := e.Parent
			role, written := p.View.Tree().Explicit(up)
			if up.Is("div") && (!written || role == "none") {
				up = up.Parent
				role, written = p.View.Tree().Explicit(up)
			}
			if !up.Is("dl") || written && role != "list" && role != "none" {
				p.FoundOn(e, "this term, or its meaning, stands in no list of terms")
			}
		}
	},
}
