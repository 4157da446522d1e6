package guide

import (
	"fmt"
	"maps"
	"slices"

	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

var tracking = &check.Check{
	ID:       "guide/tracking",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		guides := guidesOf(p.Site)
		for _, t := range p.Site.Tracking {
			known, ok := guides[t.Guide]
			if !ok {
				if t.Guide != "" {
					p.Found(at(t, "guide"), "there is no guide with the id “"+t.Guide+"”")
				}
				continue
			}
			recommendations(p, t, known)
		}
	},
}

// recommendations compares what a file tracks with what the guide recommends.
func recommendations(p *check.SitePass, t *site.Tracking, known map[string]bool) {
	ids := slices.Sorted(maps.Keys(known))
	seen := map[string]bool{}
	for i, s := range t.Statuses {
		place := at(t, fmt.Sprintf("status.%d.recommendation", i))
		switch id := s.Recommendation; {
		case id == "":
		case !known[id]:
			fix := ""
			if near := fields.Nearest(id, ids); near != "" {
				fix = "Did you mean " + near + "?"
			}
			p.FoundFix(place, "the guide “"+t.Guide+"” has no recommendation “"+id+"”", fix)
		case seen[id]:
			p.FoundFix(place, "the recommendation “"+id+"” stands here twice", "Keep the newer of the two.")
		default:
			seen[id] = true
		}
	}
}

// guidesOf lists the ids of the recommendations of each guide, in whatever
// language.
func guidesOf(s *site.Site) map[string]map[string]bool {
	guides := map[string]map[string]bool{}
	for _, page := range s.Pages {
		if page.Kind != "guide" {
			continue
		}
		id := page.Common().ID
		if guides[id] == nil {
			guides[id] = map[string]bool{}
		}
		for _, r := range page.Recommendations {
			guides[id][r.ID] = true
		}
	}
	return guides
}

func at(t *site.Tracking, key string) source.Place { return site.FieldPlace(t.Front, t.File, key) }
