package harm

import (
	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
)

var unknownRepair = &check.Check{
	ID:       "harm/unknown-repair",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		known := map[string]bool{}
		var ids []string
		for _, r := range p.Page.Recommendations {
			if r.ID != "" {
				known[r.ID] = true
				ids = append(ids, r.ID)
			}
		}
		for _, h := range p.Page.Harms {
			for _, id := range h.Repair {
				if known[id] {
					continue
				}
				fix := ""
				if near := fields.Nearest(id, ids); near != "" {
					fix = "Did you mean " + near + "?"
				}
				p.FoundFix(h.Container.At, "this harm names the recommendation “"+id+"” for its repair, and there is none on this page", fix)
			}
		}
	},
}
