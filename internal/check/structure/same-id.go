package structure

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var sameId = &check.Check{
	ID:       "structure/same-id",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("ACT 3ea0c8", "axe duplicate-id"),
	Output: func(p *check.OutputPass) {
		used := referredTo(p)
		for _, same := range p.HTML.DuplicateIDs() {
			if _, _, written := same[1].Source(); written && p.Site != nil {
				continue // page/duplicate-id looks at what a writer wrote
			}
			if id, _ := same[0].Attribute("id"); !used[id] {
				p.FoundOn(same[1], fmt.Sprintf("this is a second part with the id “%s”", id))
			}
		}
	},
}
