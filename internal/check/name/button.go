package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var button = &check.Check{
	ID:       "name/button",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 97a4e1", "axe button-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this button has no name", p.HTML.All("button"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "button") && t.Role(e) == "button"
		})
	},
}
