package style

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Only text of several lines has space between lines. Whether it has is decided
// by layout; where a width is written down, or the text is too long for any
// window, it can be said.
var lineHeight = &check.Check{
	ID:       "style/line-height",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.12", "ACT 78fd32", "axe avoid-inline-spacing"),
	Output: func(p *check.OutputPass) {
		narrow(p, spacing{"line-height", 1.5, "the height of lines"}, func(e *dom.Element) bool { return wraps(p, e) })
	},
}

// narrowest is a low guess of the width of a letter, in font sizes.
const narrowest = .35

// wraps says whether the words of an element surely fill more than one line.
func wraps(p *check.OutputPass, e *dom.Element) bool {
	styles := p.View.Styles()
	if styles.Value(e, "text-wrap-mode") == "nowrap" {
		return false
	}
	switch styles.Value(e, "white-space") {
	case "nowrap", "pre":
		return false
	}
	size, ok := styles.Length(e, "font-size")
	if !ok {
		return false
	}
	room := float64(styles.Reader().Width)
	for box := e; box != nil; box = box.Parent {
		if overflow := styles.Value(box, "overflow-x"); box != e && (overflow == "auto" || overflow == "scroll") {
			break // what is inside may be wider
		}
		if styles.Value(box, "display") == "inline" {
			continue
		}
		fixed := false
		for _, name := range []string{"width", "max-width"} {
			if width, ok := styles.Length(box, name); ok && styles.Value(box, name) != "none" && styles.Value(box, name) != "auto" {
				room, fixed = min(room, width), fixed || name == "width"
			}
		}
		if fixed {
			break
		}
	}
	widest := 0
	for _, line := range strings.Split(own(e), "\n\n") {
		widest = max(widest, letters(line)+strings.Count(strings.Join(strings.Fields(line), " "), " "))
	}
	return float64(widest)*narrowest*size > room
}

// own is the text that flows in the lines of an element, with an empty line
// where a br or a box of its own ends one.
func own(e *dom.Element) string {
	var text strings.Builder
	for _, c := range e.Children {
		switch {
		case c.Element == nil:
			text.WriteString(strings.ReplaceAll(c.Text, "\n", " "))
		case c.Element.Is("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"):
			text.WriteString(strings.ReplaceAll(c.Element.Text(), "\n", " "))
		default:
			text.WriteString("\n\n")
		}
	}
	return text.String()
}
