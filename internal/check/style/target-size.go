package style

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// smallest is the side of the square that a finger needs, in CSS pixels.
const smallest = 24

var targetSize = &check.Check{
	ID:       "style/target-size",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.5.8", "axe target-size"),
	Output: func(p *check.OutputPass) {
		s := p.View.Styles()
		for e := range p.Elements() {
			wide, high, ok := target(p, e)
			if !ok || wide >= smallest && high >= smallest {
				continue
			}
			if near := neighbour(e); near != nil {
				wide2, _, ok := target(p, near)
				if ok && wide2 < smallest && inRow(s, e, near) && (wide+wide2)/2+5 < smallest {
					p.FoundOn(e, fmt.Sprintf("this is %.0f by %.0f pixels large and close to another of that size; fingers need %d by %d, or space around",
						wide, high, smallest, smallest))
					continue
				}
			}
			p.AskOn(e, fmt.Sprintf("this is %.0f by %.0f pixels large and fingers need %d by %d: is there space around it?", wide, high, smallest, smallest))
		}
	},
}

// target returns the size of something that is pressed, if the style sheets say it.
func target(p *check.OutputPass, e *dom.Element) (wide, high float64, ok bool) {
	if e.Namespace != dom.HTML || !e.Is("a", "button", "input", "select", "summary") && !e.Has("role") || e.Is("input") && e.Keyword("type") == "hidden" {
		return 0, 0, false
	}
	s := p.View.Styles()
	if _, written := s.Declared(e, "width"); !written {
		return 0, 0, false
	}
	if !p.View.Tree().TabStop(e) || !p.View.Seen(e) || s.Value(e, "display") == "inline" {
		return 0, 0, false
	}
	switch p.View.Tree().Role(e) {
	case "button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "combobox", "option":
	default:
		return 0, 0, false
	}
	if opacity := s.Value(e, "opacity"); opacity == "0" || s.Value(e, "position") == "absolute" && len(p.View.Tree().Labels(e)) > 0 {
		return 0, 0, false
	}
	wide, ok = side(s, e, "width", "left", "right")
	high, ok2 := side(s, e, "height", "top", "bottom")
	return wide, high, ok && ok2 && wide > 1 && high > 1 && s.Value(e, "transform") == "none"
}

// side is the length of a side with what is around the content.
func side(s *css.Styles, e *dom.Element, name, from, to string) (float64, bool) {
	length, ok := s.Length(e, name)
	if most, known := s.Length(e, "min-"+name); known {
		length = max(length, most)
	}
	if !ok || s.Value(e, "box-sizing") == "border-box" {
		return length, ok
	}
	for _, more := range []string{"padding-" + from, "padding-" + to, "border-" + from + "-width", "border-" + to + "-width"} {
		n, known := s.Length(e, more)
		length, ok = length+n, ok && known
	}
	return length, ok
}

// neighbour is the next element after one, if no words stand between.
func neighbour(e *dom.Element) *dom.Element {
	if e.Parent == nil {
		return nil
	}
	after := false
	for _, c := range e.Parent.Children {
		switch {
		case c.Element == e:
			after = true
		case after && c.Element != nil:
			return c.Element
		case after && strings.TrimSpace(c.Text) != "":
			return nil
		}
	}
	return nil
}

// inRow says whether two neighbours stand beside each other in a line of text,
// without space of their own.
func inRow(s *css.Styles, a, b *dom.Element) bool {
	for _, e := range []*dom.Element{a, b} {
		if s.Value(e, "display") != "inline-block" || s.Value(e, "position") != "static" || s.Value(e, "float") != "none" {
			return false
		}
		for _, edge := range []string{"margin-left", "margin-right"} {
			if n, ok := s.Length(e, edge); !ok || n > 0 {
				return false
			}
		}
	}
	return s.Value(a.Parent, "word-spacing") == "normal" || s.Value(a.Parent, "word-spacing") == "0px"
}
