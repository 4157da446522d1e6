package translation

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var missing = &check.Check{
	ID:       "translation/missing",
	Severity: finding.Info,
	Site: func(p *check.SitePass) {
		for _, page := range p.Site.Pages {
			if page.Translation != nil {
				continue
			}
			for _, l := range p.Site.Languages {
				if page.Translations[l.Tag] == nil && !l.Easy() {
					p.Found(page.File.At(0), fmt.Sprintf("this page is not there in %s (%s) yet", l.Autonym, l.Tag))
				}
			}
		}
	},
}
