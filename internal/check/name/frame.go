package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var frame = &check.Check{
	ID:       "name/frame",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT cae760", "axe frame-title"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this frame has no name", p.HTML.All("iframe"), func(t *axtree.Tree, e *dom.Element) bool {
			// A frame that the keyboard skips, or that is said to be decoration,
			// is not offered to anybody.
			role, _ := t.Explicit(e)
			return is(e, "iframe") && role != "none" && t.TabStop(e)
		})
	},
}
