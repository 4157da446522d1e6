package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var meter = &check.Check{
	ID:       "name/meter",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "axe aria-meter-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this meter has no name: nobody can tell what is measured", p.View.Tree().ByRole("meter"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "meter"
		})
	},
}
