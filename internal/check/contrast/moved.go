package contrast

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
)

// moved says whether an element may stand on something else than what is around
// it in the markup.
func (s *scene) moved(e *dom.Element, look surface, around *place) bool {
	return look.moved || look.position == "relative" && (around.under || look.shifted) || e.Namespace != dom.HTML ||
		look.floats && e.Parent != nil && s.fallsOut(e.Parent)
}

// shifted says whether an element, if it is positioned relatively, stands beside
// its place.
func shifted(s *css.Styles, e *dom.Element) bool {
	for _, edge := range []string{"top", "right", "bottom", "left"} {
		if v := s.Value(e, edge); v != "auto" && v != "0px" {
			return true
		}
	}
	return false
}

// moved says whether the styles of an element take it elsewhere, whatever is
// around it.
func moved(s *css.Styles, e *dom.Element) bool {
	switch s.Value(e, "position") {
	case "absolute", "fixed", "sticky":
		return true
	}
	if s.Value(e, "transform") != "none" || s.Value(e, "translate") != "none" {
		return true
	}
	if up, ok := s.Length(e, "margin-top"); ok && up < 0 {
		return true
	}
	for _, side := range []string{"margin-left", "margin-right"} {
		if out, ok := s.Length(e, side); ok && out <= -50 {
			return true
		}
	}
	return false
}

// fallsOut says whether a box with nothing but floats in it has no height, so
// that its background is not behind them.
func (s *scene) fallsOut(parent *dom.Element) bool {
	if parent.Is("body") || parent.Parent == nil {
		return false
	}
	switch s.styles.Value(parent, "display") {
	case "block", "list-item":
	default:
		return false
	}
	if s.styles.Value(parent, "overflow-y") != "visible" || s.styles.Value(parent, "height") != "auto" ||
		s.styles.Value(parent, "float") != "none" {
		return false
	}
	after := s.styles.Pseudo(parent, "after")
	return after == nil || after.Value("clear") == "none"
}

// changed says whether something happens to all that an element shows which is
// not worked out here.
func changed(s *css.Styles, e *dom.Element) bool {
	for _, name := range []string{"filter", "mix-blend-mode", "mask-image", "backdrop-filter", "animation-name"} {
		if v := s.Value(e, name); v != "none" && v != "normal" && v != "" {
			return true
		}
	}
	return strings.Contains(s.Value(e, "box-shadow"), "inset")
}

// covered says whether something generated is laid over or under the element.
func (s *scene) covered(e *dom.Element) bool {
	for _, name := range []string{"before", "after"} {
		p := s.styles.Pseudo(e, name)
		if p == nil {
			continue
		}
		if at := p.Value("position"); at != "absolute" && at != "fixed" {
			continue
		}
		if painted(p.Backgrounds()).empty() || thin(p, "width") || thin(p, "height") {
			continue
		}
		return true
	}
	return false
}

// thin says whether a generated line is too thin to be behind letters.
func thin(p *css.Pseudo, side string) bool {
	size, ok := p.Length(side)
	return ok && size <= 6
}

// findLaid notes the elements in which something is taken out of the flow and
// shows a picture or a colour: what else is in them may stand on it.
func (s *scene) findLaid(p *check.OutputPass) {
	positioned := slices.Collect(p.Alike(s.styles, func(e *dom.Element) bool { return s.styles.Value(e, "position") != "static" }))
	if len(positioned) == 0 {
		return
	}
	holder := make([]*dom.Element, len(s.html.Elements)) // around the box taken out that an element is in
	under := make([]bool, len(s.html.Elements))
	for _, e := range s.html.Elements[positioned[0].Index:] {
		is := len(positioned) > 0 && positioned[0] == e
		if is {
			positioned = positioned[1:]
		}
		if e.Parent == nil {
			continue
		}
		holder[e.Index], under[e.Index] = holder[e.Parent.Index], under[e.Parent.Index]
		if is {
			back := strings.HasPrefix(s.styles.Value(e, "z-index"), "-")
			switch position := s.styles.Value(e, "position"); {
			case position == "absolute", back && (position == "fixed" || position == "relative"):
				holder[e.Index], under[e.Index] = e.Parent, back
			case position == "fixed":
				holder[e.Index], under[e.Index] = nil, false
			}
		}
		if holder[e.Index] == nil || !s.styles.Displayed(e) || !s.shows(e) {
			continue
		}
		s.laid[holder[e.Index]] = true
		if under[e.Index] {
			s.below[holder[e.Index]] = true
		}
	}
}

// shows says whether an element has something to see besides words.
func (s *scene) shows(e *dom.Element) bool {
	if e.Is("img", "video", "canvas", "iframe", "embed", "object") || e.Namespace == dom.SVG && e.Tag == "svg" {
		return true
	}
	return !surfaces.Get(s.styles, e).own.empty()
}
