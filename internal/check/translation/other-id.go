package translation

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
)

var otherID = &check.Check{
	ID:       "translation/other-id",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		byPath := map[string]map[string]*site.Page{} // by language tag, then path
		for _, page := range p.Site.Pages {
			if byPath[page.Lang.Tag] == nil {
				byPath[page.Lang.Tag] = map[string]*site.Page{}
			}
			byPath[page.Lang.Tag][page.Path] = page
		}
		for _, page := range p.Site.Pages {
			for _, l := range p.Site.Languages {
				if l.Tag == page.Lang.Tag {
					break // each pair once, at the later language
				}
				other := byPath[l.Tag][page.Path]
				if other != nil && page.Translations[l.Tag] == nil && other.Translations[page.Lang.Tag] == nil {
					p.Found(page.At("id"), fmt.Sprintf("%s has the same file name, but its id is “%s”, so the two are not taken for one page in two languages", other.File.Path, other.Common().ID))
					break
				}
			}
		}
	},
}
