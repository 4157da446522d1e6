package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var toggleRole = &check.Check{
	ID:       "name/toggle-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT e086e5", "axe aria-toggle-field-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this element can be switched on and off and has no name", p.View.Tree().ByRole("checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch"), func(t *axtree.Tree, e *dom.Element) bool {
			return !is(e, "input", "textarea", "select")
		})
	},
}
