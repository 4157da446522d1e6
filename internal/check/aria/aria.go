// Package aria checks how pages use WAI-ARIA: roles and attributes that exist,
// that belong together and that stand where they mean something.
package aria

import (
	"embed"
	"slices"
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
	return check.Documented(pages, braille, children, childrenNative, comboboxList, conditional, deprecatedAttribute, deprecatedRole,
		missingTarget, notSupported, onceSupported, onNothing, parent, prohibited, requiredAttribute, roleDescription, roleNotAllowed, textHolds, textRole,
		tooSmall, unknownAttribute, unknownRole, value)
}

// space is what separates words in attributes of HTML.
const space = " \t\n\f\r"

// attributes yields every aria-* attribute of the elements that are no part of a
// template, which is not on the page.
func attributes(page *dom.Document, found func(e *dom.Element, name, value string)) {
	end := 0
	for _, e := range page.Elements {
		if e.Index < end {
			continue
		}
		for _, a := range e.Attributes {
			if strings.HasPrefix(a.Name, "aria-") {
				found(e, a.Name, a.Value)
			}
		}
		if is(e, "template") {
			end = e.End
		}
	}
}

// told says whether assistive technology is told about an element. What is inside
// a button or a picture is told only when the focus gets there.
func told(t *axtree.Tree, e *dom.Element) bool {
	if e.Namespace == dom.MathML || t.Hidden(e) {
		return false
	}
	for p := e.Parent; p != nil; p = p.Parent {
		if r := standards.ARIARole(t.Role(p)); r != nil && r.ChildrenPresentational {
			return t.Focusable(e)
		}
	}
	return true
}

func is(e *dom.Element, tags ...string) bool {
	return e != nil && e.Namespace == dom.HTML && slices.Contains(tags, e.Tag)
}

// misplaced says whether e is a part of a list or table that stands outside of
// one. Browsers differ in what they make of it.
func misplaced(t *axtree.Tree, e *dom.Element) bool {
	return is(e, "li", "td", "th", "tr", "tbody", "thead", "tfoot") && t.Role(e) == "generic"
}

// custom says whether an element is one of the author's own, whose script may
// give it a role that cannot be seen here.
func custom(e *dom.Element) bool {
	return e.Namespace == dom.HTML && strings.Contains(e.Tag, "-")
}

func attribute(e *dom.Element, name string) string {
	value, _ := e.Attribute(name)
	return value
}

func has(e *dom.Element, name string) bool {
	_, written := e.Attribute(name)
	return written
}

// keyword returns a value that is compared without regard to case.
func keyword(e *dom.Element, name string) string {
	return strings.ToLower(strings.Trim(attribute(e, name), space))
}

func blank(value string) bool { return strings.Trim(value, space) == "" }
