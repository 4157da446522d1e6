package coverage

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var labour = &check.Check{
	ID:       "coverage/labour",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		all := stories(p.Site)
		if len(all) == 0 || p.Site.Config.Coverage.Labour != "" {
			return
		}
		for _, t := range all {
			if t.atWork(p.Site) {
				return
			}
		}
		p.Found(p.Site.Config.At("context"), "none of the stories is about work")
	},
}
