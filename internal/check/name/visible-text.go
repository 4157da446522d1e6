package name

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
)

// visibleText is the visible inner text of an element, as the ACT rules define
// it: what stands there for eyes to read, with a line break around each block.
// Apart is the same text with a space between any two elements.
func visibleText(v *check.View, e *dom.Element) (text, apart string) {
	var w, a strings.Builder
	for _, c := range e.Children {
		addVisible(v, e, c, &w, &a)
	}
	return w.String(), a.String()
}

// addVisible adds a child of e to a text and to the one that keeps elements
// apart.
func addVisible(v *check.View, e *dom.Element, c dom.Node, w, a *strings.Builder) {
	add := func(text string) {
		w.WriteString(text)
		a.WriteString(text)
	}
	if c.Element == nil {
		switch {
		case v.Seen(e) && !symbols(v, e):
			add(c.Text)
		case strings.TrimSpace(c.Text) == "" || symbols(v, e):
			add(" ")
		}
		return
	}
	s := v.Styles()
	switch {
	case !s.Displayed(c.Element):
		return
	case is(c.Element, "br"):
		add("\n")
		return
	}
	edge := edgeOf(s.Value(c.Element, "display"), s.Value(e, "display"))
	if !v.Seen(c.Element) && strings.TrimSpace(c.Element.Text()) != "" {
		edge = " " // it can't be read, but takes its place
	}
	a.WriteString(" ")
	add(edge)
	for _, inner := range c.Element.Children {
		addVisible(v, c.Element, inner, w, a)
	}
	add(edge)
	a.WriteString(" ")
}

// edgeOf is what stands on either side of an element with such a display in a
// parent with such a one.
func edgeOf(display, around string) string {
	switch around {
	case "flex", "inline-flex", "grid", "inline-grid":
		return "\n"
	}
	switch display {
	case "block", "flex", "grid", "table", "list-item", "flow-root", "table-caption":
		return "\n"
	case "table-cell", "table-row":
		return " "
	}
	return ""
}

// symbols says whether the font of an element draws pictures instead of
// letters.
func symbols(v *check.View, e *dom.Element) bool {
	family := strings.ToLower(v.Styles().Value(e, "font-family"))
	family, _, _ = strings.Cut(family, ",")
	for _, word := range []string{"icon", "symbol", "awesome", "glyph", "dingbat"} {
		if strings.Contains(family, word) {
			return true
		}
	}
	return false
}
