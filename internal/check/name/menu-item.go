package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var menuItem = &check.Check{
	ID:       "name/menu-item",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT m6b1q3", "axe aria-command-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this menu item has no name", p.View.Tree().ByRole("menuitem"), func(t *axtree.Tree, e *dom.Element) bool {
			return e.Namespace == dom.HTML && t.Role(e) == "menuitem"
		})
	},
}
