package link

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var fallback = &check.Check{
	ID:       "link/fallback",
	Severity: finding.Info,
	Source: func(p *check.SourcePass) {
		for _, l := range p.Page.Doc.Links {
			t := p.Site.Resolve(p.Page, l.Destination)
			if t.Fallback && t.Broken == "" {
				p.Found(l.At, fmt.Sprintf("this link leads to a page in another language (%s), since there is none in this one (%s)",
					t.Page.Lang.Tag, p.Page.Lang.Tag))
			}
		}
	},
}
