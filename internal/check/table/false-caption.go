package table

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var falseCaption = &check.Check{
	ID:       "table/false-caption",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe table-fake-caption"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("table") {
			if !told(p, e) {
				continue
			}
			g := layOut(e)
			if g.cut || len(g.slots) < 2 || g.columns() < 2 || len(g.slots[0]) < g.columns() {
				continue
			}
			first, captioned := g.slots[0][0], false
			for _, c := range e.Children {
				captioned = captioned || c.Element.Is("caption")
			}
			if first != nil && first.width == g.columns() && first.height == 1 && !captioned && !blank(first.Element) {
				p.AskOn(first.Element, "is this cell above all columns the name of the table? Then it should be its caption")
			}
		}
	},
}
