package short

import (
	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
)

var unknown = &check.Check{
	ID:       "short/unknown",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		known := map[string]bool{}
		var ids []string
		for _, page := range p.Site.Pages {
			if id := page.Common().ID; !known[id] {
				known[id] = true
				ids = append(ids, id)
			}
		}
		for _, page := range p.Site.Pages {
			c := page.Common()
			switch {
			case c.ShortOf == "":
			case c.ShortOf == c.ID:
				p.Found(page.At("short_of"), "this page calls itself its own short version")
			case !known[c.ShortOf]:
				fix := ""
				if near := fields.Nearest(c.ShortOf, ids); near != "" {
					fix = `Did you mean short_of = "` + near + `"?`
				}
				p.FoundFix(page.At("short_of"), "there is no piece with the id “"+c.ShortOf+"” that this could be the short version of", fix)
			}
		}
	},
}
