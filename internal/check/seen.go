package check

import (
	"strings"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// Seen says whether people can see what stands directly in an element, as far
// as styles tell: it is displayed and visible, not transparent, not cut away to
// nothing and not moved off the page. What layout alone decides counts as seen.
func (v *View) Seen(e *dom.Element) bool {
	s := v.Styles()
	if !s.Displayed(e) || !s.Visible(e) {
		return false
	}
	if v.unseen == nil {
		v.unseen = make([]int8, len(v.html.Elements))
	}
	return !v.lost(s, e)
}

// lost says whether e, or something around it, takes what is in it out of sight.
func (v *View) lost(s *css.Styles, e *dom.Element) bool {
	if known := v.unseen[e.Index]; known != 0 {
		return known > 0
	}
	lost := e.Parent != nil && v.lost(s, e.Parent) || lostHere.Get(s, e)
	v.unseen[e.Index] = -1
	if lost {
		v.unseen[e.Index] = 1
	}
	return lost
}

// far is how many pixels beyond an edge of the page nobody's content reaches
// back in.
const far = 500

// lostHere says whether the styles of an element alone take what is in it out of
// sight.
var lostHere = &css.Trait[bool]{Of: func(s *css.Styles, e *dom.Element) bool {
	if s.Value(e, "opacity") == "0" {
		return true
	}
	position := s.Value(e, "position")
	out := position == "absolute" || position == "fixed"
	if out {
		if clippedAway(s.Value(e, "clip")) || clippedAway(s.Value(e, "clip-path")) {
			return true
		}
		if small(s, e, "width") && small(s, e, "height") && clips(s, e) {
			return true
		}
	}
	if out || position == "relative" {
		for _, edge := range []string{"left", "top"} {
			if moved, ok := s.Length(e, edge); ok && moved <= -far {
				return true
			}
		}
		if moved, ok := s.Length(e, "right"); ok && moved >= 9*far {
			return true
		}
	}
	if indent, ok := s.Length(e, "text-indent"); ok && indent <= -far {
		return true
	}
	return false
}}

func small(s *css.Styles, e *dom.Element, name string) bool {
	size, ok := s.Length(e, name)
	return ok && size <= 1
}

func clips(s *css.Styles, e *dom.Element) bool {
	for _, name := range []string{"overflow-x", "overflow-y"} {
		switch s.Value(e, name) {
		case "hidden", "clip", "scroll", "auto":
		default:
			return false
		}
	}
	return true
}

// clippedAway says whether a clip leaves nothing, or a single pixel, to be seen.
func clippedAway(value string) bool {
	value = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(value, ",", " ")), " "))
	switch value {
	case "rect(0 0 0 0)", "rect(0px 0px 0px 0px)", "rect(1px 1px 1px 1px)", "rect(0px 0px 1px 1px)",
		"inset(50%)", "inset(100%)", "circle(0)", "circle(0px)":
		return true
	}
	return false
}
