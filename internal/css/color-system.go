package css

import (
	"strings"

	"handrail/internal/dom"
)

// A pair is a system colour on a light and on a dark page.
type pair struct{ light, dark uint32 }

// systemColors are those that the large browsers show on a desk without a
// theme; CSS Color 4, 6.2 names them.
var systemColors = map[string]pair{
	"accentcolor": {0x0075ff, 0x99c8ff}, "accentcolortext": {0xffffff, 0x000000},
	"activetext": {0xff0000, 0xff9e9e}, "buttonborder": {0x767676, 0x858585},
	"buttonface": {0xefefef, 0x6b6b6b}, "buttontext": {0x000000, 0xffffff},
	"canvas": {0xffffff, 0x121212}, "canvastext": {0x000000, 0xffffff},
	"field": {0xffffff, 0x3b3b3b}, "fieldtext": {0x000000, 0xffffff},
	"graytext": {0x6d6d6d, 0xaaaaaa}, "highlight": {0xb5d5ff, 0x3f638b},
	"highlighttext": {0x000000, 0xffffff}, "linktext": {0x0000ee, 0x9e9eff},
	"mark": {0xffff00, 0xffff00}, "marktext": {0x000000, 0x000000},
	"selecteditem": {0x1967d2, 0x99c8ff}, "selecteditemtext": {0xffffff, 0x3b3b3b},
	"visitedtext": {0x551a8b, 0xd0adf0}, "-webkit-link": {0x0000ee, 0x9e9eff},
	"-webkit-activelink":       {0xff0000, 0xff9e9e},
	"-webkit-focus-ring-color": {0x101010, 0x99c8ff},
	// What is deprecated stands for one of the others.
	"window": {0xffffff, 0x121212}, "windowtext": {0x000000, 0xffffff}, "background": {0xffffff, 0x121212},
	"appworkspace": {0xffffff, 0x121212}, "infobackground": {0xffffff, 0x121212}, "infotext": {0x000000, 0xffffff},
	"menu": {0xffffff, 0x121212}, "menutext": {0x000000, 0xffffff}, "captiontext": {0x000000, 0xffffff},
	"inactivecaptiontext": {0x6d6d6d, 0xaaaaaa}, "buttonhighlight": {0xefefef, 0x6b6b6b}, "buttonshadow": {0xefefef, 0x6b6b6b},
	"threedface": {0xefefef, 0x6b6b6b}, "threedshadow": {0x767676, 0x858585}, "windowframe": {0x767676, 0x858585},
	"activeborder": {0x767676, 0x858585}, "inactiveborder": {0x767676, 0x858585}, "activecaption": {0xffffff, 0x121212},
	"inactivecaption": {0xffffff, 0x121212}, "scrollbar": {0xffffff, 0x121212}, "threeddarkshadow": {0x767676, 0x858585},
	"threedhighlight": {0x767676, 0x858585}, "threedlightshadow": {0x767676, 0x858585},
}

func (p *palette) system(name string) (Color, bool) {
	two, known := systemColors[name]
	code := two.light
	if p.dark {
		code = two.dark
	}
	return Color{float64(code>>16&255) / 255, float64(code>>8&255) / 255, float64(code&255) / 255, 1}, known
}

// dark says whether an element is shown in its dark scheme.
func (x subject) dark() bool {
	scheme := strings.Fields(x.value(pColorScheme))
	dark, light := false, false
	for _, word := range scheme {
		dark = dark || word == "dark"
		light = light || word == "light"
	}
	return dark && (!light || x.s.reader.Dark)
}

type colorAnswer struct {
	color Color
	ok    bool
}

// Color returns the used colour of a property of e.
func (s *Styles) Color(e *dom.Element, name string) (Color, bool) {
	return subject{s, e, nil}.color(name)
}

func (x subject) color(name string) (Color, bool) {
	p, known := propertyNames[name]
	if !known || properties[p].kind != kindColor {
		return Color{}, false
	}
	value := x.value(p)
	switch {
	case value == "auto" && name == "accent-color":
		value = "accentcolor"
	case value == "auto" && name == "outline-color" && x.value(propertyNames["outline-style"]) == "auto":
		value = "-webkit-focus-ring-color"
	case value == "auto" || value == "invert":
		value = "currentcolor"
	}
	if strings.HasPrefix(value, "rgb") && strings.HasSuffix(value, ")") && !strings.Contains(value, "currentcolor") {
		found, has := x.s.colors[value]
		if !has {
			found.color, found.ok = ParseColor(value)
			x.s.colors[value] = found
		}
		return found.color, found.ok
	}
	return x.palette(p).parse(tokens(value))
}

// palette returns what colours of x depend on; for color itself, currentcolor is
// the parent's.
func (x subject) palette(p property) *palette {
	return &palette{dark: x.dark(), current: func() (Color, bool) {
		if p != pColor {
			return x.color("color")
		}
		if up, has := x.parent(); has {
			return up.color("color")
		}
		return (&palette{dark: x.dark()}).system("canvastext")
	}}
}

// computedColor resolves a colour as far as it does not depend on currentcolor.
func (x subject) computedColor(p property, value string) string {
	of := x.palette(p)
	if p != pColor {
		if strings.Contains(value, "currentcolor") {
			return value
		}
	}
	if c, ok := of.parse(tokens(value)); ok {
		return c.String()
	}
	return value
}
