// Package name checks that whatever can be used or must be understood has a
// name that assistive technology can say: controls, links, pictures, frames,
// headings.
package name

import (
	"embed"
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, area, button, buttonRole, dialog, field, fieldRole, frame, frameSame, heading,
		image, imageButton, imageRepeats, imageRole, imageSpoken, inputButton, labelDiffers, link, linkRole, manyLabels, menuItem,
		meter, object, objectOther, option, progress, selectField, summary, svg, svgLink, tab, tableHeader, titleOnly, toggleRole, tooltip, treeItem)
}

// unnamed reports those among elements to which a check applies, which are in the
// accessibility tree and have no name.
func unnamed(p *check.OutputPass, message string, among []*dom.Element, applies func(t *axtree.Tree, e *dom.Element) bool) {
	t := p.View.Tree()
	for _, e := range among {
		if applies(t, e) && exposed(t, e) && unsaid(t.Name(e)) {
			if saidToAxe(e) {
				p.FoundBeyondAxe(e, message)
				continue
			}
			p.FoundOn(e, message)
		}
	}
}

// saidToAxe says whether axe-core takes words for a name that are none (a
// placeholder where nothing can be typed, the title attribute in SVG), or asks for
// none: of HTML's own meters.
func saidToAxe(e *dom.Element) bool {
	return is(e, "input") && !unsaid(attribute(e, "placeholder")) || e.Namespace == dom.SVG && !unsaid(attribute(e, "title")) ||
		is(e, "meter", "progress") && !has(e, "role")
}

// unsaid says whether a name has nothing in it that could be spoken: it is empty,
// or white space of whatever kind.
func unsaid(name string) bool { return strings.TrimSpace(name) == "" }

// exposed says whether assistive technology is told about an element that has a
// role. What is inside a button or a picture has none of its own, but browsers
// speak of it all the same when the focus gets there.
func exposed(t *axtree.Tree, e *dom.Element) bool {
	return !t.Hidden(e) && (t.Focusable(e) || !inLeaf(t, e))
}

// inLeaf says whether e is inside an element whose children are presentational.
func inLeaf(t *axtree.Tree, e *dom.Element) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if r := standards.ARIARole(t.Role(p)); r != nil && r.ChildrenPresentational {
			return true
		}
	}
	return false
}

// is says whether e is an HTML element with one of the tags.
func is(e *dom.Element, tags ...string) bool {
	if e == nil || e.Namespace != dom.HTML {
		return false
	}
	for _, tag := range tags {
		if e.Tag == tag {
			return true
		}
	}
	return false
}

// attribute returns the value of an attribute, "" without one.
func attribute(e *dom.Element, name string) string {
	value, _ := e.Attribute(name)
	return value
}

// keyword returns a value that is compared without regard to case.
func keyword(e *dom.Element, name string) string {
	return strings.ToLower(strings.Trim(attribute(e, name), " \t\n\f\r"))
}

func has(e *dom.Element, name string) bool {
	_, written := e.Attribute(name)
	return written
}

// explicit says whether a valid role is written on the element.
func explicit(t *axtree.Tree, e *dom.Element) bool {
	_, ok := t.Explicit(e)
	return ok
}

// inherits says whether the computed role is kind or one of its sorts.
func inherits(t *axtree.Tree, e *dom.Element, kind string) bool {
	r := standards.ARIARole(t.Role(e))
	return r != nil && r.Is(kind)
}
