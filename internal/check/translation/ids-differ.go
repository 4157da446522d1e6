package translation

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/site"
	"handrail/internal/source"
)

// Only ids that a writer wrote count: those made of a heading's words are
// different in each language.
var idsDiffer = &check.Check{
	ID:       "translation/ids-differ",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		for _, page := range p.Site.Pages {
			if page.Translation != nil && !page.Lang.Easy() { // which says less
				compare(p, page.Translation.Source, page)
			}
		}
	},
}

// An anchor is an id that a writer wrote, and where.
type anchor struct {
	id string
	at source.Place
}

// compare reports the ids that a page has and the first one lacks, each at its
// place, and those that it lacks itself, together at its start.
func compare(p *check.SitePass, first, page *site.Page) {
	there, here := anchors(first), anchors(page)
	for _, extra := range without(here, there) {
		p.Found(extra.at, fmt.Sprintf("the id “%s” is not on the same page in the other language, %s", extra.id, first.File.Path))
	}
	var lacking []string
	for _, a := range without(there, here) {
		lacking = append(lacking, "“"+a.id+"”")
	}
	switch len(lacking) {
	case 0:
	case 1:
		p.Found(page.File.At(0), fmt.Sprintf("the id %s of %s is missing here", lacking[0], first.File.Path))
	default:
		p.Found(page.File.At(0), fmt.Sprintf("the ids %s of %s are missing here", strings.Join(lacking, ", "), first.File.Path))
	}
}

// anchors are the ids that were written on a page: of headings, containers and
// passages, and of the terms of a glossary.
func anchors(p *site.Page) []anchor {
	var all []anchor
	if glossary, ok := p.Data.(*kind.Glossary); ok {
		for i, t := range glossary.Terms {
			if t.ID != "" {
				all = append(all, anchor{t.ID, p.At(fmt.Sprintf("term.%d.id", i))})
			}
		}
	}
	for _, id := range p.Doc.IDs {
		if id.Explicit {
			all = append(all, anchor{id.ID, id.At})
		}
	}
	return all
}

// without returns the anchors of a that b does not have.
func without(a, b []anchor) []anchor {
	has := map[string]bool{}
	for _, other := range b {
		has[other.id] = true
	}
	var left []anchor
	for _, one := range a {
		if !has[one.id] {
			left = append(left, one)
			has[one.id] = true
		}
	}
	return left
}
