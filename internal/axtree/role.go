package axtree

import (
	"slices"
	"strconv"

	"handrail/internal/dom"
	"handrail/internal/standards"
)

// Role returns the computed role: the first valid one that is written, else the
// one that the element has by itself. Synonyms come in their preferred spelling
// (image, none, list). It is "generic" for an element that says nothing by
// itself and "" where the standards name no role (label, video).
func (t *Tree) Role(e *dom.Element) string {
	m := &t.roles[e.Index]
	if !m.known {
		m.text, m.known = t.role(e), true
	}
	return m.text
}

func (t *Tree) role(e *dom.Element) string {
	for token := range t.written(e) {
		switch token {
		case "none":
			if t.Insists(e) {
				return t.Implicit(e)
			}
		case "region", "form":
			// ARIA 9.1: without a name these are ignored.
			if !t.namedByAuthor(e) {
				continue
			}
		}
		return token
	}
	if t.inheritsNone(e) && !t.Insists(e) {
		return "none"
	}
	return t.Implicit(e)
}

// Explicit returns the first valid role in the role attribute, in its preferred
// spelling, whether or not it then counts: see Role for what becomes of none on
// something focusable, or of region without a name.
func (t *Tree) Explicit(e *dom.Element) (role string, ok bool) {
	for token := range t.written(e) {
		return token, true
	}
	return "", false
}

// written yields the valid roles of the role attribute in order (ARIA 8.1).
func (t *Tree) written(e *dom.Element) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		value, written := e.Attribute("role")
		if !written {
			return
		}
		for _, token := range tokens(lower(value)) {
			r := standards.ARIARole(token)
			if r != nil && !r.Abstract && !yield(standards.CanonicalRole(token)) {
				return
			}
		}
	}
}

// Insists says whether role none is ignored because the element can be used or
// says something of itself (ARIA 5.3.3, presentational roles conflict
// resolution).
func (t *Tree) Insists(e *dom.Element) bool {
	return slices.ContainsFunc(e.Attributes, global) || t.Focusable(e)
}

// describesItself says whether the element has a global ARIA attribute that says
// something.
func describesItself(e *dom.Element) bool {
	return slices.ContainsFunc(e.Attributes, func(a dom.Attribute) bool { return global(a) && !blank(a.Value) })
}

// global says whether an attribute is one that ARIA gives to every role.
func global(a dom.Attribute) bool {
	if len(a.Name) < 6 || a.Name[:5] != "aria-" {
		return false
	}
	known := standards.ARIAAttribute(a.Name)
	return known != nil && known.Global
}

// Included says whether the element itself is in the accessibility tree: it isn't
// hidden, and it has a role, can be focused or has a global ARIA attribute. What
// is inside an element that isn't included may well be.
func (t *Tree) Included(e *dom.Element) bool {
	if t.Hidden(e) {
		return false
	}
	switch t.Role(e) {
	case "none":
		return false
	case "", "generic":
		return t.Insists(e)
	}
	return true
}

// Parent returns the nearest element above e that is included, by aria-owns where
// somebody claims e; nil at the top.
func (t *Tree) Parent(e *dom.Element) *dom.Element {
	for e = t.Owner(e); e != nil && !t.Included(e); e = t.Owner(e) {
	}
	return e
}

// inheritsNone says whether the element is a part of a list or table that was
// made presentational. The part is then presentational too, unless a role is
// written on it.
func (t *Tree) inheritsNone(e *dom.Element) bool {
	switch whole := wholeOf(e); {
	case whole == nil:
		return false
	default:
		return t.Role(whole) == "none"
	}
}

// wholeOf returns the list or table that the element is a part of.
func wholeOf(e *dom.Element) *dom.Element {
	if is(e, "li") && is(e.Parent, "ul", "ol", "menu", "dir") {
		return e.Parent
	}
	if is(e, "td", "th", "tr", "tbody", "thead", "tfoot", "caption") {
		return tableOf(e)
	}
	return nil
}

// presentational says whether role none is written on the element and counts.
func (t *Tree) presentational(e *dom.Element) bool {
	role, ok := t.Explicit(e)
	return ok && role == "none" && !t.Insists(e)
}

// Level returns the level of a heading, from 1; 0 for what isn't one. Without a
// level that can be read it is 2, as ARIA has it.
func (t *Tree) Level(e *dom.Element) int {
	if t.Role(e) != "heading" {
		return 0
	}
	if level, err := strconv.Atoi(trim(attribute(e, "aria-level"))); err == nil && level >= 1 {
		return level
	}
	if len(e.Tag) == 2 && is(e, "h1", "h2", "h3", "h4", "h5", "h6") {
		return int(e.Tag[1] - '0')
	}
	return 2
}
