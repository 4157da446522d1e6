package aria

import (
	"fmt"
	"slices"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var conditional = &check.Check{
	ID:       "aria/conditional",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-conditional-attr"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			switch {
			case t.Hidden(e):
			case t.Role(e) == "row":
				treeRow(p, t, e)
			case is(e, "input") && slices.Contains([]string{"checkbox", "radio"}, keyword(e, "type")) && t.Role(e) == t.Implicit(e):
				said := keyword(e, "aria-checked")
				if said != "" && (said == "true") != has(e, "checked") || said == "mixed" {
					p.FoundOn(e, fmt.Sprintf("aria-checked says “%s” and the %s itself shows something else", said, t.Role(e)))
				}
			}
		}
	},
}

// treeRow reports attributes of a row that mean something only in a tree.
func treeRow(p *check.OutputPass, t *axtree.Tree, e *dom.Element) {
	for _, name := range []string{"aria-expanded", "aria-level", "aria-posinset", "aria-setsize"} {
		if blank(attribute(e, name)) {
			continue
		}
		around := e
		for role := "row"; role == "row" || role == "rowgroup"; role = t.Role(around) {
			if around = t.Parent(around); around == nil {
				return
			}
		}
		if role := t.Role(around); role == "table" || role == "grid" {
			p.FoundOn(e, fmt.Sprintf("%s means something on a row only in a treegrid, and this one is in a %s", name, role))
		}
	}
}
