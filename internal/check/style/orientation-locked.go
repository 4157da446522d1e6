package style

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var orientationLocked = &check.Check{
	ID:       "style/orientation-locked",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.4", "ACT b33eff", "axe css-orientation-lock"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("orientation:", "orientation :", "ORIENTATION") || !p.View.Styles().Mentions("rotate", "matrix", "ROTATE", "MATRIX") {
			return
		}
		told := map[*dom.Element]bool{}
		for _, size := range []int{360, 720, 1280} {
			// As good as square, so that nothing but the orientation differs.
			upright := p.View.For(css.Reader{Type: "screen", Width: size, Height: size})
			across := p.View.For(css.Reader{Type: "screen", Width: size, Height: size - 1})
			for e := range p.Elements() {
				if e.Namespace != dom.HTML || told[e] || !upright.Displayed(e) || !across.Displayed(e) || !upright.Visible(e) || !across.Visible(e) || empty(e) {
					continue
				}
				a, ok := turned(upright, e)
				b, ok2 := turned(across, e)
				if !ok || !ok2 || !quarter(a-b) {
					continue
				}
				told[e] = true
				p.FoundOn(e, fmt.Sprintf("%s is turned by a quarter when the screen is turned, so it can be read in one position of the screen only", whole(e)))
			}
		}
	},
}

// empty says whether there is nothing in an element that could be seen turned.
func empty(e *dom.Element) bool {
	shows := func(in *dom.Element) bool {
		return in.Namespace == dom.SVG || in.Is("img", "input", "button", "select", "textarea", "video", "canvas", "iframe", "object", "embed", "meter", "progress")
	}
	return strings.TrimSpace(e.Text()) == "" && !shows(e) && !slices.ContainsFunc(e.Inside(), shows)
}

func whole(e *dom.Element) string {
	if e.Is("html", "body") {
		return "the whole page"
	}
	return "this part of the page"
}

// quarter says whether an angle in degrees is a quarter turn, either way.
func quarter(angle float64) bool {
	return math.Abs(math.Abs(math.Mod(math.Mod(angle, 360)+360, 360)-180)-90) < 1
}

// turned returns by how many degrees an element is turned in the plane of the
// screen.
func turned(s *css.Styles, e *dom.Element) (float64, bool) {
	transform, ok := transformed(s.Value(e, "transform"))
	rotate, ok2 := rotated(s.Value(e, "rotate"))
	return transform + rotate, ok && ok2
}

// rotated reads the rotate property (CSS Transforms 2, 5).
func rotated(value string) (float64, bool) {
	words := strings.Fields(value)
	switch {
	case value == "" || value == "none":
		return 0, true
	case len(words) == 1:
		return degrees(words[0])
	case len(words) == 2 && words[0] == "z":
		return degrees(words[1])
	case len(words) == 2 && words[1] == "z":
		return degrees(words[0])
	case len(words) == 2:
		return 0, true // about another axis
	case len(words) == 4:
		return about(words[0], words[1], words[2], words[3])
	}
	return 0, false
}

// transformed reads a list of transform functions and adds up their angles.
func transformed(value string) (float64, bool) {
	sum := 0.0
	for value = strings.TrimSpace(value); value != "" && value != "none"; value = strings.TrimSpace(value) {
		name, rest, open := strings.Cut(value, "(")
		end := closing(rest)
		if !open || end < 0 {
			return 0, false
		}
		angle, ok := turn(strings.TrimSpace(name), split(rest[:end]))
		if !ok {
			return 0, false
		}
		sum, value = sum+angle, rest[end+1:]
	}
	return sum, true
}

// closing finds the bracket that closes what is open.
func closing(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

func split(args string) []string {
	parts := strings.Split(args, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// turn is the angle of one function in the plane of the screen.
func turn(name string, args []string) (float64, bool) {
	switch name {
	case "rotate", "rotatez":
		if len(args) != 1 {
			return 0, false
		}
		return degrees(args[0])
	case "rotate3d":
		if len(args) != 4 {
			return 0, false
		}
		return about(args[0], args[1], args[2], args[3])
	case "matrix", "matrix3d":
		if len(args) != map[string]int{"matrix": 6, "matrix3d": 16}[name] {
			return 0, false
		}
		a, err := strconv.ParseFloat(args[0], 64)
		b, err2 := strconv.ParseFloat(args[1], 64)
		return math.Atan2(b, a) * 180 / math.Pi, err == nil && err2 == nil
	}
	return 0, true
}

// about is the angle of a turn about an axis in space, if that axis points at
// the reader.
func about(x, y, z, angle string) (float64, bool) {
	var at [3]float64
	for i, text := range []string{x, y, z} {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return 0, false
		}
		at[i] = n
	}
	if at[0] != 0 || at[1] != 0 || at[2] == 0 {
		return 0, true
	}
	n, ok := degrees(angle)
	if at[2] < 0 {
		n = -n
	}
	return n, ok
}

// degrees reads an angle.
func degrees(text string) (float64, bool) {
	text = strings.ToLower(text)
	for _, unit := range []struct {
		name string
		in   float64
	}{{"deg", 1}, {"grad", .9}, {"rad", 180 / math.Pi}, {"turn", 360}} {
		if number, is := strings.CutSuffix(text, unit.name); is {
			n, err := strconv.ParseFloat(number, 64)
			return n * unit.in, err == nil
		}
	}
	n, err := strconv.ParseFloat(text, 64)
	return 0, err == nil && n == 0
}
