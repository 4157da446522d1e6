package contrast

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var field = &check.Check{
	ID:       "contrast/field",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.3", "axe color-contrast"),
	Output: func(p *check.OutputPass) {
		found := fields(p, css.Desktop, "", map[*dom.Element]bool{})
		if p.View.Styles().Mentions("color-scheme", "light-dark(") {
			fields(p, css.DarkDesktop, "in dark colours, ", found)
		}
	},
}

// fields looks at what stands in fields that nobody has filled in yet, and
// returns those where it is hard to see. Those in known are told already.
func fields(p *check.OutputPass, r css.Reader, where string, known map[*dom.Element]bool) map[*dom.Element]bool {
	s := sceneFor(p, r)
	free := exempt(p)
	for e := range p.All("input", "textarea", "select") {
		if known[e] {
			continue
		}
		what, color, ok := s.written(e)
		if !ok || free[e.Index] != active || color.A == 0 || !p.View.Seen(e) || !s.styles.Displayed(e) {
			continue
		}
		at := s.at(e)
		one := s.compare(at, color)
		one.large = large(s.styles, e)
		if one.best >= one.least() || one.same || at.gone || at.picture != nil {
			continue
		}
		known[e] = true
		said := fmt.Sprintf("%s%s is hard to see: its colour (%s) and the one behind it (%s) have a contrast of %s, and it needs %s",
			where, what, hex(one.front), hex(one.back), ratio(one.best), ratio(one.least()))
		if at.doubt || shadowed(s.styles, e) || p.View.Tree().Hidden(e) {
			p.AskOn(e, said+"; please look at it")
		} else {
			p.FoundOn(e, said)
		}
	}
	return known
}

// written says what stands in a field, and in which colour.
func (s *scene) written(e *dom.Element) (what string, color css.Color, ok bool) {
	kind := e.Keyword("type")
	value, _ := e.Attribute("value")
	switch {
	case e.Is("select"):
		color, ok = s.styles.Color(e, "color")
		return "the choice in this list", color, ok && human(e.Text())
	case e.Is("textarea"):
		value = e.Text()
	default:
		switch kind {
		case "hidden", "checkbox", "radio", "range", "color", "image", "file", "date", "time", "month", "week", "datetime-local":
			return "", color, false
		case "submit", "reset", "button":
			color, ok = s.styles.Color(e, "color")
			return "the label of this button", color, ok && (human(value) || !e.Has("value") && kind != "button")
		}
	}
	if human(value) {
		color, ok = s.styles.Color(e, "color")
		return "what stands in this field", color, ok
	}
	hint, _ := e.Attribute("placeholder")
	if p := s.styles.Pseudo(e, "placeholder"); p != nil && human(hint) {
		color, ok = p.Color("color")
		if faded := strings.TrimSpace(p.Value("opacity")); faded != "1" {
			var n float64
			if _, err := fmt.Sscanf(faded, "%g", &n); err == nil {
				color.A *= n
			}
		}
		return "the hint in this field", color, ok
	}
	return "", color, false
}
