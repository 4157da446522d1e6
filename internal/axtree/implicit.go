package axtree

import (
	"strconv"

	"handrail/internal/dom"
	"handrail/internal/standards"
)

// Implicit returns the role that the element has by itself where it stands,
// whatever its role attribute says (HTML-AAM 3.5, SVG-AAM 6.2, MathML-AAM).
func (t *Tree) Implicit(e *dom.Element) string {
	m := &t.implicit[e.Index]
	if !m.known {
		m.text, m.known = t.byItself(e), true
	}
	return m.text
}

func (t *Tree) byItself(e *dom.Element) string {
	switch e.Namespace {
	case dom.SVG:
		return t.svgRole(e)
	case dom.MathML:
		if e.Tag == "math" {
			return "math"
		}
		return ""
	}
	switch e.Tag {
	case "a", "area":
		if linked(e) {
			return "link"
		}
		return "generic"
	case "aside":
		if within(e, "article", "aside", "nav", "section") && !t.namedByAuthor(e) {
			return "generic"
		}
		return "complementary"
	case "header", "footer":
		return landmarkOfPage(e)
	case "section":
		if t.namedByAuthor(e) {
			return "region"
		}
		return "generic"
	case "form":
		if t.namedByAuthor(e) {
			return "form"
		}
		return "generic"
	case "img":
		// An empty alt is as good as role none, and is ignored like it; but not
		// for ARIA attributes without a value. A title names the picture in its place.
		if alt, written := e.Attribute("alt"); written && alt == "" && blank(attribute(e, "title")) && !describesItself(e) && !t.Focusable(e) {
			return "none"
		}
		return "image"
	case "summary":
		if opens(e) {
			return "button"
		}
		return "generic"
	}
	return t.structural(e)
}

// structural is for elements whose role hangs on the list, table or form that
// they are in.
func (t *Tree) structural(e *dom.Element) string {
	switch e.Tag {
	case "input", "select", "option":
		return t.controlRole(e)
	case "li":
		if t.inList(e) {
			return "listitem"
		}
		return "generic"
	case "td", "th", "tr", "tbody", "thead", "tfoot":
		return t.tablePart(e)
	}
	if role := standards.HTMLRole(e.Tag); role != "" {
		return role
	}
	for i := range len(e.Tag) {
		if e.Tag[i] == '-' { // a custom element
			return "generic"
		}
	}
	return ""
}

// controlRole returns what a form control is by itself. It needs no names, so
// that names may ask for it.
func (t *Tree) controlRole(e *dom.Element) string {
	if e.Namespace != dom.HTML {
		return ""
	}
	switch e.Tag {
	case "input":
		return t.inputRole(e)
	case "select":
		size, err := strconv.Atoi(trim(attribute(e, "size")))
		if has(e, "multiple") || err == nil && size > 1 {
			return "listbox"
		}
		return "combobox"
	case "textarea", "option", "meter", "progress":
		return standards.HTMLRole(e.Tag)
	}
	return ""
}

func (t *Tree) inputRole(e *dom.Element) string {
	switch kind := inputType(e); kind {
	case "button", "image", "reset", "submit":
		return "button"
	case "checkbox", "radio":
		return kind
	case "number":
		return "spinbutton"
	case "range":
		return "slider"
	case "email", "search", "tel", "text", "url":
		if list := t.doc.ByID(attribute(e, "list")); is(list, "datalist") {
			return "combobox"
		}
		if kind == "search" {
			return "searchbox"
		}
		return "textbox"
	}
	return "" // HTML-AAM: no corresponding role
}

// inList says whether a li belongs to a list: its parent, or the nearest thing
// above it that has a role.
func (t *Tree) inList(e *dom.Element) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		switch t.Role(p) {
		case "list":
			return true
		case "generic", "none":
			if is(p, "ul", "ol", "menu", "dir") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// landmarkOfPage returns the role of a header or footer: a landmark only if it is
// the page's, not a part's.
func landmarkOfPage(e *dom.Element) string {
	for p := e.Parent; p != nil; p = p.Parent {
		if is(p, "article", "aside", "main", "nav", "section") {
			return "generic"
		}
		switch keyword(p, "role") {
		case "article", "complementary", "main", "navigation", "region":
			return "generic"
		}
	}
	if e.Tag == "header" {
		return "banner"
	}
	return "contentinfo"
}

func within(e *dom.Element, tags ...string) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if is(p, tags...) {
			return true
		}
	}
	return false
}

// svgRole gives a role to what SVG-AAM 5.1.2 puts into the tree: drawings that
// somebody named or described, or that can be used.
func (t *Tree) svgRole(e *dom.Element) string {
	switch {
	case e.Tag == "svg":
		return standards.SVGRole(e.Tag)
	case e.Tag == "a" && linked(e):
		return "link"
	case standards.SVGRole(e.Tag) == "":
		return ""
	case e.Tag == "text", t.saysSomething(e):
		return standards.SVGRole(e.Tag)
	}
	return "generic"
}

func (t *Tree) saysSomething(e *dom.Element) bool {
	if _, set := TabIndex(e); set || describesItself(e) {
		return true
	}
	for _, tag := range []string{"title", "desc"} {
		if c := child(e, tag); c != nil && !blank(c.Text()) {
			return true
		}
	}
	return !blank(attribute(e, "xlink:title"))
}
