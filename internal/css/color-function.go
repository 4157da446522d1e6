package css

import (
	"math"
	"strconv"
	"strings"
)

// A shade is a colour in a space of its own, before it is brought to sRGB.
type shade struct {
	space   string
	parts   [3]float64
	alpha   float64
	missing [4]bool // "none"; the last is alpha
}

// A channel says how one part of a function is read.
type channel struct {
	name    string
	percent float64 // what 100% is
	scale   float64 // what the number written is divided by
	hue     bool
}

// A notation is a colour function.
type notation struct {
	space    string
	channels [3]channel
	legacy   bool // may be written with commas
}

var (
	rgbNotation = notation{"srgb", [3]channel{{"r", 255, 255, false}, {"g", 255, 255, false}, {"b", 255, 255, false}}, true}
	hslNotation = notation{"hsl", [3]channel{{"h", 0, 1, true}, {"s", 100, 100, false}, {"l", 100, 100, false}}, true}
)

var notations = map[string]notation{
	"rgb": rgbNotation, "rgba": rgbNotation, "hsl": hslNotation, "hsla": hslNotation,
	"hwb":   {"hwb", [3]channel{{"h", 0, 1, true}, {"w", 100, 100, false}, {"b", 100, 100, false}}, false},
	"lab":   {"lab", [3]channel{{"l", 100, 1, false}, {"a", 125, 1, false}, {"b", 125, 1, false}}, false},
	"lch":   {"lch", [3]channel{{"l", 100, 1, false}, {"c", 150, 1, false}, {"h", 0, 1, true}}, false},
	"oklab": {"oklab", [3]channel{{"l", 1, 1, false}, {"a", 0.4, 1, false}, {"b", 0.4, 1, false}}, false},
	"oklch": {"oklch", [3]channel{{"l", 1, 1, false}, {"c", 0.4, 1, false}, {"h", 0, 1, true}}, false},
}

// function reads rgb() and its relatives, and color().
func (p *palette) function(name string, args []token) (Color, bool) {
	s, ok := p.shadeOf(name, args)
	if !ok {
		return Color{}, false
	}
	return s.color(), true
}

func (p *palette) shadeOf(name string, args []token) (shade, bool) {
	n, known := notations[name]
	if !known && name != "color" {
		return shade{}, false
	}
	args = trim(args)
	commas := split(args, ',')
	if len(commas) > 1 {
		if !n.legacy || len(commas) < 3 || len(commas) > 4 {
			return shade{}, false
		}
		return p.legacyShade(n, commas)
	}
	all := pieces(args)
	var origin *Color
	if len(all) > 1 && all[0][0].word("from") {
		c, ok := p.parse(all[1])
		if !ok {
			return shade{}, false
		}
		origin = &c
		all = all[2:]
	}
	if name == "color" {
		if len(all) == 0 {
			return shade{}, false
		}
		space := lower(text(all[0]))
		if !rgbSpaces[space] && !strings.HasPrefix(space, "xyz") {
			return shade{}, false
		}
		n = notation{space, [3]channel{{"r", 1, 1, false}, {"g", 1, 1, false}, {"b", 1, 1, false}}, false}
		if strings.HasPrefix(space, "xyz") {
			n.channels[0].name, n.channels[1].name, n.channels[2].name = "x", "y", "z"
		}
		all = all[1:]
	}
	return p.modernShade(n, all, origin)
}

var rgbSpaces = set("srgb srgb-linear display-p3 display-p3-linear a98-rgb prophoto-rgb rec2020")

// modernShade reads "a b c [/ alpha]".
func (p *palette) modernShade(n notation, all [][]token, origin *Color) (shade, bool) {
	s := shade{space: n.space, alpha: 1}
	if len(all) != 3 && (len(all) != 5 || !all[3][0].is('/')) {
		return s, false
	}
	var names map[string]string
	if origin != nil {
		names = n.channelsOf(*origin)
		s.alpha = origin.A
	}
	for i, ch := range n.channels {
		value, none, ok := component(substitute(all[i], names), ch)
		if !ok {
			return s, false
		}
		s.parts[i], s.missing[i] = value, none
	}
	if len(all) == 5 {
		value, none, ok := component(substitute(all[4], names), channel{percent: 1, scale: 1})
		if !ok {
			return s, false
		}
		s.alpha, s.missing[3] = value, none
	}
	s.clamp()
	return s, true
}

// legacyShade reads "a, b, c[, alpha]".
func (p *palette) legacyShade(n notation, all [][]token) (shade, bool) {
	s := shade{space: n.space, alpha: 1}
	percents := 0
	for i, ch := range n.channels {
		value, none, ok := component(all[i], ch)
		if !ok || none {
			return s, false
		}
		if isPercent(all[i]) {
			percents++
		} else if n.space == "hsl" && i > 0 && all[i][0].kind == number {
			return s, false
		}
		s.parts[i] = value
	}
	if n.space == "srgb" && percents%3 != 0 {
		return s, false
	}
	if len(all) == 4 {
		value, none, ok := component(all[3], channel{percent: 1, scale: 1})
		if !ok || none {
			return s, false
		}
		s.alpha = value
	}
	s.clamp()
	return s, true
}

func isPercent(all []token) bool { return len(all) == 1 && all[0].kind == percentage }

// component reads one part of a colour.
func component(all []token, ch channel) (value float64, none, ok bool) {
	if len(all) == 1 && all[0].word("none") {
		return 0, true, true
	}
	one, ok := (&measure{}).eval(all)
	if !ok {
		return 0, false, false
	}
	switch {
	case ch.hue:
		if one.unit == length {
			return 0, false, false
		}
		return math.Mod(math.Mod(one.px, 360)+360, 360), false, true
	case one.unit == length:
		if one.px != 0 || one.percent == 0 && !isPercent(all) && !strings.Contains(text(all), "%") {
			return 0, false, false
		}
		return one.percent / 100 * ch.percent / ch.scale, false, true
	case one.unit == other:
		return 0, false, false
	}
	return one.px / ch.scale, false, true
}

// channelsOf returns the parts of an origin colour by name, for "from".
func (n notation) channelsOf(c Color) map[string]string {
	parts := c.shade().to(n.space).parts
	names := map[string]string{"alpha": precise(c.A)}
	for i, ch := range n.channels {
		names[ch.name] = precise(parts[i] * ch.scale)
	}
	return names
}

func precise(n float64) string { return strconv.FormatFloat(n, 'f', 9, 64) }

// substitute puts numbers for channel names.
func substitute(all []token, names map[string]string) []token {
	if names == nil {
		return all
	}
	changed := kept(all)
	for i, t := range changed {
		if value, is := names[lower(t.text)]; is && t.kind == ident {
			changed[i] = token{kind: number, text: value}
		}
	}
	return changed
}

func (s *shade) clamp() {
	s.alpha = min(max(s.alpha, 0), 1)
	switch s.space {
	case "lab", "lch":
		s.parts[0] = min(max(s.parts[0], 0), 100)
	case "oklab", "oklch":
		s.parts[0] = min(max(s.parts[0], 0), 1)
	case "hsl":
		s.parts[1] = max(s.parts[1], 0)
	}
	if strings.HasSuffix(s.space, "lch") {
		s.parts[1] = max(s.parts[1], 0)
	}
}

// color brings a shade to sRGB, cut to what that can show.
func (s shade) color() Color {
	rgb := s.to("srgb").parts
	for i, n := range rgb {
		if math.IsNaN(n) {
			n = 0
		}
		rgb[i] = min(max(n, 0), 1)
	}
	return Color{rgb[0], rgb[1], rgb[2], s.alpha}
}

func (c Color) shade() shade {
	return shade{space: "srgb", parts: [3]float64{c.R, c.G, c.B}, alpha: c.A}
}
