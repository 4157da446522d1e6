package css

import (
	"math"
	"strings"
)

// A Color is in sRGB; each part is from 0 to 1, A is how opaque it is.
type Color struct{ R, G, B, A float64 }

// ParseColor reads a colour that depends on nothing around it, in any notation
// of CSS Color 4, and color-mix(). System colours are those of a light page.
func ParseColor(text string) (Color, bool) {
	return (&palette{}).parse(trim(tokens(text)))
}

// Over returns what is seen when c lies on below.
func (c Color) Over(below Color) Color {
	a := c.A + below.A*(1-c.A)
	if a == 0 {
		return Color{}
	}
	mix := func(top, bottom float64) float64 { return (top*c.A + bottom*below.A*(1-c.A)) / a }
	return Color{mix(c.R, below.R), mix(c.G, below.G), mix(c.B, below.B), a}
}

// Luminance is WCAG 2.2's relative luminance; what shines through is not asked.
func (c Color) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast returns the contrast ratio of two opaque colours, from 1 to 21.
func Contrast(a, b Color) float64 {
	la, lb := a.Luminance(), b.Luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// linear takes the gamma of sRGB off one part.
func linear(n float64) float64 {
	if n < 0 {
		return -linear(-n)
	}
	if n <= 0.04045 {
		return n / 12.92
	}
	return math.Pow((n+0.055)/1.055, 2.4)
}

// gamma puts it on again.
func gamma(n float64) float64 {
	if n < 0 {
		return -gamma(-n)
	}
	if n <= 0.0031308 {
		return n * 12.92
	}
	return 1.055*math.Pow(n, 1/2.4) - 0.055
}

// String writes the colour as rgb() or rgba() with whole numbers.
func (c Color) String() string {
	byteOf := func(n float64) string { return decimal(math.Round(min(max(n, 0), 1) * 255)) }
	parts := byteOf(c.R) + ", " + byteOf(c.G) + ", " + byteOf(c.B)
	if c.A >= 1 {
		return "rgb(" + parts + ")"
	}
	return "rgba(" + parts + ", " + decimal(math.Round(c.A*1000)/1000) + ")"
}

// A palette is what colours may depend on.
type palette struct {
	current func() (Color, bool) // currentcolor; nil where there is none
	dark    bool                 // system colours of a dark page
	depth   int
	syntax  bool // only ask whether it is a colour
}

// parse reads one colour.
func (p *palette) parse(all []token) (Color, bool) {
	all = trim(all)
	if p.depth++; p.depth > 24 || len(all) == 0 {
		p.depth--
		return Color{}, false
	}
	defer func() { p.depth-- }()
	t := all[0]
	if t.kind != function {
		if len(all) != 1 {
			return Color{}, false
		}
		switch t.kind {
		case hash:
			return hexColor(t.text[1:])
		case ident:
			return p.named(lower(t.name()))
		}
		return Color{}, false
	}
	args, after := inside(all, 0)
	if after != len(all) {
		return Color{}, false
	}
	switch name := t.call(); name {
	case "light-dark":
		return p.lightDark(args)
	case "color-mix":
		return p.mix(args)
	case "contrast-color":
		return p.contrasting(args)
	default:
		return p.function(name, args)
	}
}

func (p *palette) named(name string) (Color, bool) {
	if name == "currentcolor" {
		if p.current != nil {
			return p.current()
		}
		return Color{}, p.syntax
	}
	if name == "transparent" {
		return Color{}, true
	}
	if code, known := namedColors[name]; known {
		return Color{float64(code>>16&255) / 255, float64(code>>8&255) / 255, float64(code&255) / 255, 1}, true
	}
	return p.system(name)
}

func hexColor(s string) (Color, bool) {
	for i := 0; i < len(s); i++ {
		if !isHex(s[i]) {
			return Color{}, false
		}
	}
	s = lower(s)
	digit := func(c byte) float64 { return float64(strings.IndexByte("0123456789abcdef", c)) }
	switch len(s) {
	case 3, 4:
		c := Color{digit(s[0]) / 15, digit(s[1]) / 15, digit(s[2]) / 15, 1}
		if len(s) == 4 {
			c.A = digit(s[3]) / 15
		}
		return c, true
	case 6, 8:
		two := func(i int) float64 { return (digit(s[i])*16 + digit(s[i+1])) / 255 }
		c := Color{two(0), two(2), two(4), 1}
		if len(s) == 8 {
			c.A = two(6)
		}
		return c, true
	}
	return Color{}, false
}

// lightDark reads light-dark(a, b).
func (p *palette) lightDark(args []token) (Color, bool) {
	parts := split(args, ',')
	if len(parts) != 2 {
		return Color{}, false
	}
	light, ok := p.parse(parts[0])
	dark, ok2 := p.parse(parts[1])
	if p.dark {
		light = dark
	}
	return light, ok && ok2
}

// contrasting reads contrast-color(c): black or white, whichever contrasts more.
func (p *palette) contrasting(args []token) (Color, bool) {
	c, ok := p.parse(args)
	black, white := Color{A: 1}, Color{1, 1, 1, 1}
	if Contrast(c, black) > Contrast(c, white) {
		return black, ok
	}
	return white, ok
}

func validColor(value []token) bool {
	_, ok := (&palette{syntax: true}).parse(value)
	return ok
}
