package axtree

import "handrail/internal/dom"

// native returns the name that the host language gives an element (2E), and by
// which of its means; HTML-AAM 1.0 section 4.1, SVG-AAM 8.1. Source "alt" with no
// text is an answer too: a picture that says nothing.
func (n *naming) native(e *dom.Element) (text, source string) {
	switch e.Namespace {
	case dom.SVG:
		return n.drawing(e)
	case dom.MathML:
		if e.Tag == "math" {
			return attribute(e, "alttext"), "alt"
		}
		return "", ""
	}
	switch e.Tag {
	case "img":
		if alt, written := e.Attribute("alt"); written && (alt == "" || !blank(alt)) {
			return alt, "alt"
		}
	case "area":
		if alt := attribute(e, "alt"); !blank(alt) {
			return alt, "alt"
		}
	case "input":
		return n.input(e)
	case "button", "meter", "output", "progress", "select", "textarea":
		return n.labelled(e), "label"
	case "fieldset":
		return n.part(e, "legend"), "legend"
	case "table":
		return n.part(e, "caption"), "caption"
	case "figure":
		return n.part(e, "figcaption"), "figcaption"
	case "optgroup", "option":
		return attribute(e, "label"), "label"
	}
	return "", ""
}

// input returns the name that HTML gives an input by its labels, its alt or the
// words on it.
func (n *naming) input(e *dom.Element) (text, source string) {
	if text := n.labelled(e); !blank(text) {
		return text, "label"
	}
	switch inputType(e) {
	case "image":
		if alt := attribute(e, "alt"); !blank(alt) {
			return alt, "alt"
		}
	case "button", "submit", "reset":
		if has(e, "value") {
			return attribute(e, "value"), "value"
		}
		return buttonWords[inputType(e)], "default"
	}
	return "", ""
}

// buttonWords are what browsers write on a button that has no value; HTML-AAM 4.1.3
// asks for it before the title.
var buttonWords = map[string]string{"submit": "Submit", "reset": "Reset"}

// labelled joins the texts of the control's labels.
func (n *naming) labelled(e *dom.Element) string {
	text := ""
	for _, label := range n.t.Labels(e) {
		text += " " + n.of(label, part{direct: true})
	}
	return text
}

// part returns the text of the child that names its parent.
func (n *naming) part(e *dom.Element, tag string) string {
	c := child(e, tag)
	if c == nil {
		return ""
	}
	return n.of(c, part{direct: true})
}

// drawing returns the title of an SVG element; use takes that of what it shows.
func (n *naming) drawing(e *dom.Element) (text, source string) {
	if text := n.title(e); !blank(text) {
		return text, "title"
	}
	if title := attribute(e, "xlink:title"); !blank(title) {
		return title, "title"
	}
	if e.Tag == "use" {
		href := attribute(e, "href") + attribute(e, "xlink:href")
		if len(href) > 1 && href[0] == '#' {
			if shown := n.t.doc.ByID(href[1:]); shown != nil && shown.Namespace == dom.SVG {
				return n.title(shown), "title"
			}
		}
	}
	return "", ""
}

func (n *naming) title(e *dom.Element) string {
	if title := child(e, "title"); title != nil {
		return title.Text()
	}
	return ""
}

// tooltip returns what is left when nothing else names an element (2I): its
// title, then what a text field hints at.
func (n *naming) tooltip(e *dom.Element) (text, source string) {
	if title := attribute(e, "title"); !blank(title) && e.Namespace != dom.SVG {
		return title, "title"
	}
	switch {
	case is(e, "textarea"), is(e, "input"):
		if hint := attribute(e, "placeholder"); hinted(e) && !blank(hint) {
			return hint, "placeholder"
		}
		if hinted(e) {
			return attribute(e, "aria-placeholder"), "placeholder"
		}
	case keyword(e, "role") == "textbox", keyword(e, "role") == "searchbox":
		return attribute(e, "aria-placeholder"), "placeholder"
	}
	return "", ""
}

// hinted says whether a placeholder is shown in the element.
func hinted(e *dom.Element) bool {
	if e.Tag == "textarea" {
		return true
	}
	switch inputType(e) {
	case "text", "search", "tel", "url", "email", "password", "number":
		return true
	}
	return false
}
