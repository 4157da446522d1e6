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
			if up.Is("div") {
				up = up.Parent
			}
			if !up.Is("dl") || up.Has("role") && p.View.Tree().Role(up) != "list" && p.View.Tree().Role(up) != "none" {
				p.FoundOn(e, "this term, or its meaning, stands in no list of terms")
			}
		}
	},
}
