package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var svg = &check.Check{
	ID:       "name/svg",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 7d6734", "axe svg-img-alt"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this drawing has no text alternative", p.HTML.With("role"), func(t *axtree.Tree, e *dom.Element) bool {
			if e.Namespace != dom.SVG {
				return false
			}
			role, _ := t.Explicit(e)
			return role == "image" || role == "graphics-document" || role == "graphics-symbol"
		})
	},
}
