package style

import (
	"math"
	"strings"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// least returns the least height in pixels that the words in an element need,
// however narrow the letters are. Only what is read down in lines has one; ok is
// false for what is not known.
func least(s *css.Styles, e *dom.Element) (height float64, ok bool) {
	size, ok := s.Length(e, "font-size")
	if !ok || s.Value(e, "white-space") == "nowrap" || s.Value(e, "text-wrap-mode") == "nowrap" {
		return 0, false
	}
	switch s.Value(e, "display") {
	case "block", "list-item", "inline-block", "flow-root", "table-cell":
	default:
		return 0, false
	}
	room := float64(s.Reader().Width)
	for box := e; box != nil; box = box.Parent {
		if width, known := s.Length(box, "width"); known && s.Value(box, "display") != "inline" {
			room = min(room, width)
			break
		}
		if width, known := s.Length(box, "max-width"); known && s.Value(box, "display") != "inline" {
			room = min(room, width)
		}
	}
	if room < size {
		return 0, false
	}
	line, known := s.Length(e, "line-height")
	if !known || s.Value(e, "line-height") == "normal" {
		line = size
	}
	n := letters(e.Text()) + len(strings.Fields(e.Text()))
	return math.Ceil(float64(n)*narrowest*size/room) * line, true
}

// fixedHeight returns the height that an element is held to.
func fixedHeight(s *css.Styles, e *dom.Element) (float64, bool) {
	height, ok := s.Length(e, "height")
	if most, known := s.Length(e, "max-height"); known && (!ok || most < height) {
		height, ok = most, true
	}
	return height, ok
}
