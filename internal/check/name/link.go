package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var link = &check.Check{
	ID:       "name/link",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.4", "WCAG 4.1.2", "ACT c487ae", "axe link-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this link has no name", p.HTML.All("a"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "a") && inherits(t, e, "link")
		})
	},
}
