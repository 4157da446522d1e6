package page

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var referrer = &check.Check{
	ID:       "page/referrer",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		o := &asking{pass: p, own: origin(p.Site.Config.BaseURL)}
		for _, tag := range []string{"a", "area"} {
			for a := range p.All(tag) {
				href, _ := a.Attribute("href")
				if host := o.other(href); host != "" && !a.HasWord("rel", "noreferrer") {
					p.Found(o.at(a, href), fmt.Sprintf("this link lets %s learn which page somebody came from", host))
				}
			}
		}
	},
}
