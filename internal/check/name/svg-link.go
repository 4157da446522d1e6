package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// The ACT rule about links speaks of HTML alone; people who meet a link in a
// drawing need its name no less.
var svgLink = &check.Check{
	ID:       "name/svg-link",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.4", "WCAG 4.1.2", "axe link-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this link in a drawing has no name", p.HTML.All("a"), func(t *axtree.Tree, e *dom.Element) bool {
			return e.Namespace == dom.SVG && inherits(t, e, "link")
		})
	},
}
