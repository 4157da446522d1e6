package container

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
)

var elsewhere = &check.Check{
	ID:       "container/elsewhere",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		for _, page := range p.Site.Pages {
			for _, c := range page.Doc.Containers {
				if c.Name == "elsewhere" && !slices.ContainsFunc(c.Links, func(to string) bool { return markdown.Host(to) != "" }) {
					p.Found(c.At, "this card has no link to another site")
				}
			}
		}
	},
}
