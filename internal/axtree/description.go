package axtree

import "handrail/internal/dom"

// Description returns the accessible description, with white space collapsed:
// aria-describedby, aria-description, or what the host language says besides the
// name (HTML-AAM 4.2, SVG-AAM 8.1).
func (t *Tree) Description(e *dom.Element) string {
	m := &t.descriptions[e.Index]
	if !m.known {
		m.text, m.known = collapse(t.description(e)), true
	}
	return m.text
}

func (t *Tree) description(e *dom.Element) string {
	if t.Hidden(e) {
		return ""
	}
	if text := t.naming(e).references("aria-describedby"); !blank(text) {
		return text
	}
	if text := attribute(e, "aria-description"); !blank(text) {
		return text
	}
	source := t.NameSource(e)
	if text := t.besides(e, source); !blank(text) {
		return text
	}
	title := attribute(e, "title")
	if source == "title" || collapse(title) == t.Name(e) {
		return ""
	}
	return title
}

// besides returns what HTML or SVG says of an element by other means than its
// title and the one that made its name.
func (t *Tree) besides(e *dom.Element, source string) string {
	n := t.naming(e)
	switch {
	case e.Namespace == dom.SVG:
		if c := child(e, "desc"); c != nil {
			return c.Text()
		}
		if source != "title" {
			return n.title(e)
		}
	case is(e, "table") && source != "caption":
		return n.part(e, "caption")
	case is(e, "input") && source != "value" && source != "":
		switch inputType(e) {
		case "button", "submit", "reset":
			return attribute(e, "value")
		}
	}
	return ""
}
