package coverage

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var oneSetting = &check.Check{
	ID:       "coverage/one-setting",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		all := stories(p.Site)
		if len(all) < few || p.Site.Config.Coverage.Narratives != "" {
			return
		}
		shared := map[string]int{}
		settings := map[string]bool{}
		for _, t := range all {
			for _, id := range t.context {
				if id != "labour" && id != "labor" { // says that it is about work, and not where
					shared[id]++
					settings[id] = true
				}
			}
		}
		for id, n := range shared {
			if n == len(all) && len(settings) == 1 {
				p.Found(p.Site.Config.At("context"), "all stories have one setting: “"+id+"”")
			}
		}
	},
}
