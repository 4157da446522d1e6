package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var option = &check.Check{
	ID:       "name/option",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-toggle-field-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this choice of a list has no name", p.View.Tree().ByRole("option"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "option" && !is(e, "option")
		})
	},
}
