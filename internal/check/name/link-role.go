package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var linkRole = &check.Check{
	ID:       "name/link-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT c487ae", "axe aria-command-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this element acts as a link and has no name", p.View.Tree().ByKind("link"), func(t *axtree.Tree, e *dom.Element) bool {
			return e.Namespace == dom.HTML && !is(e, "a", "area") && inherits(t, e, "link")
		})
	},
}
