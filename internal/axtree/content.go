package axtree

import (
	"strings"

	"handrail/internal/dom"
)

// content joins what is inside an element (2F): words before and after it that
// come from styles, text, and the texts of its children.
func (n *naming) content(e *dom.Element, p part) string {
	if _, alt, hasAlt, ok := n.t.styles.Content(e, ""); ok && hasAlt {
		return " " + n.words(alt) + " " // a picture stands in place of the content
	}
	var b strings.Builder
	silent := !p.hidden && (!n.t.styles.Visible(e) || is(e, "details") && !has(e, "open"))
	if !silent {
		b.WriteString(n.generated(e, "before"))
	}
	for _, c := range e.Children {
		if n.full() {
			break
		}
		switch {
		case c.Element == nil:
			if !silent {
				b.WriteString(n.words(n.shown(e, c.Text)))
			}
		case n.t.keeps(e, c.Element):
			b.WriteString(n.of(c.Element, p))
		}
	}
	n.t.findOwners()
	for _, claimed := range n.t.claims[e.Index] {
		b.WriteString(" " + n.of(claimed, p) + " ")
	}
	if !silent {
		b.WriteString(n.generated(e, "after"))
	}
	return b.String()
}

// words counts a text and cuts it where the name gets too long.
func (n *naming) words(text string) string {
	left := maxLetters - n.letters
	n.letters += len(text)
	if len(text) <= left {
		return text
	}
	return strings.ToValidUTF8(text[:left], "")
}

// generated returns the words that styles put before or after the content. An
// alternative text stands apart from the content, as that of a picture does, but
// not from what is around the element; the words themselves run on, unless they
// are in a box of their own.
func (n *naming) generated(e *dom.Element, where string) string {
	text, alt, hasAlt, ok := n.t.styles.Content(e, where)
	p := n.t.styles.Pseudo(e, where)
	if !ok || p == nil || p.Value("visibility") != "visible" {
		return ""
	}
	switch {
	case hasAlt && where == "before":
		text = n.words(alt) + " "
	case hasAlt:
		text = " " + n.words(alt)
	default:
		text = n.words(text)
	}
	return apart(p.Value("display"), text)
}

// around puts spaces around the text of an element that stands in a box of its
// own. Words that run on in one line are not parted.
func (n *naming) around(e *dom.Element, text string) string {
	if is(e, "br") {
		return " "
	}
	return apart(n.t.styles.Value(e, "display"), text)
}

func apart(display, text string) string {
	if display == "inline" || display == "contents" || display == "" || strings.HasPrefix(display, "ruby") {
		return text
	}
	return " " + text + " "
}

// value returns the value of a control that the user can change, and whether the
// element is one (2C).
func (n *naming) value(e *dom.Element) (string, bool) {
	role, explicit := n.t.Explicit(e)
	if !explicit || role == "none" {
		role = n.t.controlRole(e)
	}
	switch role {
	case "textbox", "searchbox":
		return n.typed(e), true
	case "combobox", "listbox":
		return n.chosen(e, role), true
	case "slider", "spinbutton", "scrollbar", "progressbar", "meter":
		return n.t.ranged(e), true
	}
	return "", false
}

// typed returns what stands in a text field.
func (n *naming) typed(e *dom.Element) string {
	switch {
	case is(e, "input"):
		return attribute(e, "value")
	case is(e, "textarea"):
		return e.Text()
	}
	return n.content(e, part{})
}

// chosen returns the option that is chosen, several with spaces.
func (n *naming) chosen(e *dom.Element, role string) string {
	switch {
	case is(e, "input"):
		return attribute(e, "value")
	case is(e, "select"):
		return n.selected(e, n.t.controlRole(e) == "combobox")
	}
	text := ""
	lists := []*dom.Element{e}
	for _, name := range []string{"aria-owns", "aria-controls"} {
		for _, id := range tokens(attribute(e, name)) {
			if other := n.t.doc.ByID(id); other != nil {
				lists = append(lists, other)
			}
		}
	}
	for _, list := range lists {
		for _, o := range list.Inside() {
			if n.full() {
				break
			}
			if keyword(o, "aria-selected") == "true" && !n.t.cut(o) {
				text += " " + n.of(o, part{})
			}
		}
	}
	if text == "" && role == "combobox" {
		return n.content(e, part{})
	}
	return text
}

// selected returns the options of a select that are chosen when the page opens: of
// a select that shows one, the first that can be, if none is marked.
func (n *naming) selected(e *dom.Element, one bool) string {
	var first, last *dom.Element
	text := ""
	for _, o := range e.Inside() {
		if !is(o, "option") {
			continue
		}
		if first == nil && !n.t.Disabled(o) {
			first = o
		}
		if has(o, "selected") {
			last = o
			if !one {
				text += " " + n.of(o, part{})
			}
		}
	}
	switch {
	case !one:
		return text
	case last != nil:
		return n.of(last, part{})
	case first != nil:
		return n.of(first, part{})
	}
	return ""
}
