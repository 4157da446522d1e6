package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var heading = &check.Check{
	ID:       "name/heading",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("ACT ffd0e9", "axe empty-heading"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this heading has nothing to say", p.View.Tree().ByRole("heading"), func(t *axtree.Tree, e *dom.Element) bool {
			return e.Namespace == dom.HTML && t.Role(e) == "heading"
		})
	},
}
