package page

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
)

var duplicateContentID = &check.Check{
	ID:       "page/duplicate-content-id",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		first := map[[2]string]*site.Page{}
		for _, page := range p.Site.Pages {
			key := [2]string{page.Lang.Tag, page.Common().ID}
			other := first[key]
			if other == nil {
				first[key] = page
				continue
			}
			// Pages are found by their folder, so they may share a name.
			if page.Kind != "page" || other.Kind != "page" {
				p.Found(page.At("id"), "the id “"+page.Common().ID+"” is already that of "+other.File.Path)
			}
		}
	},
}
