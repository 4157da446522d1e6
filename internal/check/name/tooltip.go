package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var tooltip = &check.Check{
	ID:       "name/tooltip",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-tooltip-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this tooltip has nothing to say", p.View.Tree().ByRole("tooltip"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "tooltip"
		})
	},
}
