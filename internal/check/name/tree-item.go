package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var treeItem = &check.Check{
	ID:       "name/tree-item",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-treeitem-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this item of a tree has no name", p.View.Tree().ByRole("treeitem"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "treeitem"
		})
	},
}
