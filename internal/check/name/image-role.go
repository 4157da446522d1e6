package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var imageRole = &check.Check{
	ID:       "name/image-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 23a2a8", "axe role-img-alt"),
	Output: func(p *check.OutputPass) {
		pictures(p, "this element is shown as an image and has no text alternative", p.View.Tree().ByRole("image"), func(t *axtree.Tree, e *dom.Element) bool {
			return e.Namespace == dom.HTML && e.Tag != "img" && t.Role(e) == "image"
		})
	},
}
