package image

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var refused = &check.Check{
	ID:       "image/refused",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if found := p.Site.Picture(p.Page, image.src); found != nil && found.Refused != "" {
				p.FoundFix(image.at, "the picture “"+image.src+"” cannot be published: "+found.Refused, found.Fix)
			}
		}
	},
}
