package event

import (
	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

var sheetFor = &check.Check{
	ID:       "event/sheet-for",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		hosts := map[string]bool{}
		var ids []string
		for _, page := range p.Site.Pages {
			if data, ok := page.Data.(*kind.Event); ok && data.Role == "host" && !hosts[page.Common().ID] {
				hosts[page.Common().ID] = true
				ids = append(ids, page.Common().ID)
			}
		}
		for _, page := range p.Site.Pages {
			data, ok := page.Data.(*kind.Event)
			if !ok || data.SheetFor == "" || hosts[data.SheetFor] {
				continue
			}
			fix := ""
			if near := fields.Nearest(data.SheetFor, ids); near != "" {
				fix = `Did you mean sheet_for = "` + near + `"?`
			}
			p.FoundFix(page.At("sheet_for"), "there is no host's guide with the id “"+data.SheetFor+"”", fix)
		}
	},
}
