package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var imageSpoken = &check.Check{
	ID:       "name/image-spoken",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 23a2a8"),
	Output: func(p *check.OutputPass) {
		pictures(p, "this image is said to be decoration, and another attribute has screen readers speak of it: it has no name",
			p.HTML.All("img"), func(t *axtree.Tree, e *dom.Element) bool { return is(e, "img") && decorated(e) })
	},
}
