package name

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
)

// visibleText is the visible inner text of an element, as the ACT rules define
// it: what stands there for eyes to read, with a line break around each block.
func visibleText(v *check.View, e *dom.Element) string {
	var b strings.Builder
	for _, c := range e.Children {
		addVisible(v, e, c, &b)
	}
	return b.String()
}

// addVisible adds a child of e to a text.
func addVisible(v *check.View, e *dom.Element, c dom.Node, b *strings.Builder) {
	if c.Element == nil {
		switch {
		case v.Read(e) && !symbols(v, e):
			b.WriteString(c.Text)
		case strings.TrimSpace(c.Text) == "" || symbols(v, e):
			b.WriteString(" ")
		}
		return
	}
	s := v.Styles()
	switch {
	case !s.Displayed(c.Element):
		return
	case is(c.Element, "br"):
		b.WriteString("\n")
		return
	}
	edge := edgeOf(s.Value(c.Element, "display"), s.Value(e, "display"))
	if !v.Seen(c.Element) && strings.TrimSpace(c.Element.Text()) != "" {
		edge = " " // it can't be read, but takes its place
	}
	b.WriteString(edge)
	for _, inner := range c.Element.Children {
		addVisible(v, c.Element, inner, b)
	}
	b.WriteString(edge)
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
