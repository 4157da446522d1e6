package link

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var brokenAnchor = &check.Check{
	ID:       "link/broken-anchor",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		for _, l := range p.Page.Doc.Links {
			if t := p.Site.Resolve(p.Page, l.Destination); t.Broken != "" && t.Page != nil {
				p.FoundFix(l.At, t.Broken, t.Fix)
			}
		}
	},
}
