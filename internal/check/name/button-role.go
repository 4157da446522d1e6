package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var buttonRole = &check.Check{
	ID:       "name/button-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 97a4e1", "axe aria-command-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this element acts as a button and has no name", p.View.Tree().ByRole("button"), func(t *axtree.Tree, e *dom.Element) bool {
			return !is(e, "button", "input") && (!is(e, "summary") || explicit(t, e))
		})
	},
}
