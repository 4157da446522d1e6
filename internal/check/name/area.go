package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var area = &check.Check{
	ID:       "name/area",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "WCAG 2.4.4", "WCAG 4.1.2", "ACT c487ae", "axe area-alt"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this link, a part of a picture, has no name", p.HTML.All("area"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "area") && inherits(t, e, "link")
		})
	},
}
