package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var image = &check.Check{
	ID:       "name/image",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 23a2a8", "axe image-alt"),
	Output: func(p *check.OutputPass) {
		pictures(p, "this image has no text alternative", p.HTML.All("img"), func(t *axtree.Tree, e *dom.Element) bool { return is(e, "img") && !decorated(e) })
	},
}

// decorated says whether an empty alt says that an image is decoration.
func decorated(e *dom.Element) bool {
	alt, written := e.Attribute("alt")
	return written && alt == ""
}

// pictures reports the pictures without a name that nothing hides. Those inside a
// button count too, unlike other things inside one.
func pictures(p *check.OutputPass, message string, among []*dom.Element, applies func(t *axtree.Tree, e *dom.Element) bool) {
	t := p.View.Tree()
	for _, e := range among {
		if applies(t, e) && !t.Hidden(e) && t.Role(e) != "none" && unsaid(t.Name(e)) {
			p.FoundOn(e, message)
		}
	}
}
