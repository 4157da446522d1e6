package page

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Ids that a writer wrote twice are found in the writer's own file; here are
// those that meet an id of the theme, or that a theme writes twice.
var idClash = &check.Check{
	ID:       "page/id-clash",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 3ea0c8"),
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		written := writtenTwice(p)
		for _, elements := range p.HTML.DuplicateIDs() {
			id, _ := elements[0].Attribute("id")
			if written[id] {
				continue
			}
			p.Found(p.At(fromContent(elements)), "the id “"+id+"” stands twice on the finished page")
		}
	},
}

// writtenTwice are the ids that the page's own text has more than once.
func writtenTwice(p *check.OutputPass) map[string]bool {
	if p.Page == nil {
		return nil
	}
	seen, twice := map[string]bool{}, map[string]bool{}
	for _, id := range p.Page.Doc.IDs {
		twice[id.ID] = twice[id.ID] || seen[id.ID]
		seen[id.ID] = true
	}
	return twice
}

// fromContent is the first of the elements that content made, since that is
// the one which a writer can rename; else the second.
func fromContent(elements []*dom.Element) *dom.Element {
	for _, e := range elements {
		if _, own := e.Attribute("data-at"); own {
			return e
		}
	}
	return elements[1]
}
