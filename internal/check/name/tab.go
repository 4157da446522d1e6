package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var tab = &check.Check{
	ID:       "name/tab",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-tab-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this tab has no name", p.View.Tree().ByRole("tab"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "tab"
		})
	},
}
