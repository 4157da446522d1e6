package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var selectField = &check.Check{
	ID:       "name/select-field",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT e086e5", "axe select-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this list to choose from has no name", p.HTML.All("select"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "select") && formField(t, e)
		})
	},
}
