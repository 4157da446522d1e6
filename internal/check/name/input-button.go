package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var inputButton = &check.Check{
	ID:       "name/input-button",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 97a4e1", "axe input-button-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this button has no words on it", p.HTML.All("input"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "input") && t.Role(e) == "button" && keyword(e, "type") != "image"
		})
	},
}
