package check

import (
	"strconv"
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

// Read says whether people can see the words that stand directly in an element:
// it is seen, and its letters have a size and a colour.
func (v *View) Read(e *dom.Element) bool { return v.Seen(e) && legible.Get(v.Styles(), e) }

var legible = &css.Trait[bool]{Of: func(s *css.Styles, e *dom.Element) bool {
	if size, ok := s.Length(e, "font-size"); ok && size == 0 {
		return false
	}
	fill, ok := s.Color(e, "-webkit-text-fill-color")
	return !ok || fill.A > 0 || s.Value(e, "text-shadow") != "none" || s.Value(e, "background-clip") == "text"
}}

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
	if opacity, err := strconv.ParseFloat(s.Value(e, "opacity"), 64); err == nil && opacity <= 0 {
		return true
	}
	if closed(s, e) || clippedAway(s.Value(e, "clip-path")) || shrunk(s, e) {
		return true
	}
	position := s.Value(e, "position")
	out := position == "absolute" || position == "fixed"
	if out {
		if clippedAway(s.Value(e, "clip")) {
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
		for _, edge := range []string{"right", "bottom"} {
			if moved, ok := s.Length(e, edge); ok && moved >= 9*far {
				return true
			}
		}
	}
	if moved, ok := s.Length(e, "margin-left"); ok && moved <= -9*far {
		return true
	}
	if indent, ok := s.Length(e, "text-indent"); ok && indent <= -far {
		return true
	}
	return false
}}

// closed says whether an element is cut to no height or no width. What is written
// in its padding would be seen.
func closed(s *css.Styles, e *dom.Element) bool {
	for _, way := range [][5]string{
		{"overflow-y", "height", "max-height", "padding-top", "padding-bottom"},
		{"overflow-x", "width", "max-width", "padding-left", "padding-right"},
	} {
		switch s.Value(e, way[0]) {
		case "hidden", "clip":
			if zero(s, e, way[1]) || zero(s, e, way[2]) {
				display := s.Value(e, "display")
				return zero(s, e, way[3]) && zero(s, e, way[4]) && display != "inline" && display != "contents"
			}
		}
	}
	return false
}

func zero(s *css.Styles, e *dom.Element, name string) bool { return s.Value(e, name) == "0px" }

// shrunk says whether an element is scaled to nothing, or moved far off the page.
func shrunk(s *css.Styles, e *dom.Element) bool {
	if scale := s.Value(e, "scale"); scale == "0" || strings.HasPrefix(scale, "0 ") {
		return true
	}
	for call := range strings.SplitSeq(strings.ToLower(s.Value(e, "transform")), ")") {
		name, args, _ := strings.Cut(strings.TrimSpace(call), "(")
		first, second, _ := strings.Cut(args, ",")
		switch first, second = strings.TrimSpace(first), strings.TrimSpace(second); name {
		case "scale", "scalex", "scaley", "scale3d":
			if first == "0" || first == "0%" || name == "scale" && second == "0" {
				return true
			}
		case "translate", "translatex", "translatey", "translate3d":
			for _, by := range []string{first, second} {
				if n, err := strconv.ParseFloat(strings.TrimSuffix(by, "px"), 64); err == nil && n <= -9*far {
					return true
				}
			}
		}
	}
	return false
}

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
	case "rect(0 0 0 0)", "rect(0px 0px 0px 0px)", "rect(1px 1px 1px 1px)", "rect(0px 0px 1px 1px)", "rect(0 0 1px 1px)",
		"inset(50%)", "inset(100%)", "inset(0 100% 0 0)", "inset(100% 0 0 0)", "circle(0)", "circle(0px)", "circle(0%)",
		"polygon(0 0 0 0 0 0 0 0)", "polygon(0px 0px 0px 0px 0px 0px 0px 0px)":
		return true
	}
	return false
}
