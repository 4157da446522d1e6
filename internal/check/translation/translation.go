// Package translation checks that the languages of a library hold the same
// pieces, in the same parts.
package translation

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/site"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, idsDiffer, missing)
}

// original is the page that the others are compared with: the one in the first
// language that has it.
func original(s *site.Site, p *site.Page) *site.Page {
	for _, l := range s.Languages {
		if t := p.Translations[l.Tag]; t != nil {
			return t
		}
	}
	return p
}
