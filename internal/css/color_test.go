package css

import (
	"math"
	"testing"
)

func TestColors(t *testing.T) {
	for text, want := range map[string]string{
		"#fff": "rgb(255, 255, 255)", "#0f08": "rgba(0, 255, 0, 0.533)", "#00FF00": "rgb(0, 255, 0)", "#00ff0080": "rgba(0, 255, 0, 0.502)",
		"#ff": "", "#12345": "", "#ggg": "", "rebeccapurple": "rgb(102, 51, 153)", "ReD": "rgb(255, 0, 0)", "transparent": "rgba(0, 0, 0, 0)",
		"rgb(0, 255, 0)": "rgb(0, 255, 0)", "rgba(0,255,0,.5)": "rgba(0, 255, 0, 0.5)", "rgb(0 255 0 / 50%)": "rgba(0, 255, 0, 0.5)",
		"rgb(0% 100% 0%)": "rgb(0, 255, 0)", "rgb(none 255 0)": "rgb(0, 255, 0)", "rgb(300 -5 0)": "rgb(255, 0, 0)",
		"rgb(0, 255 0)": "", "rgb(0 255)": "", "rgb(0, 50%, 0)": "", "rgb(0 255 0 0.5)": "", "rgb(calc(255 - 5) 0 0)": "rgb(250, 0, 0)",
		"hsl(120 100% 50%)": "rgb(0, 255, 0)", "hsl(120deg, 100%, 25%)": "rgb(0, 128, 0)", "hsla(0.5turn 100% 50% / .2)": "rgba(0, 255, 255, 0.2)",
		"hsl(-240 100% 50%)": "rgb(0, 255, 0)", "hwb(120 0% 0%)": "rgb(0, 255, 0)", "hwb(120 50% 50%)": "rgb(128, 128, 128)", "hwb(0 80% 80%)": "rgb(128, 128, 128)",
		// Examples of CSS Color 4.
		"lab(46.2775% -47.5621 48.5837)": "rgb(0, 128, 0)", "lab(0% 0 0)": "rgb(0, 0, 0)", "lab(100% 0 0)": "rgb(255, 255, 255)",
		"lch(46.2775% 67.9892 134.3912)": "rgb(0, 128, 0)", "oklab(51.975% -0.1403 0.10768)": "rgb(0, 128, 0)",
		"oklch(51.975% 0.17686 142.495)": "rgb(0, 128, 0)", "color(srgb 0 1 0)": "rgb(0, 255, 0)", "color(srgb-linear 0 1 0)": "rgb(0, 255, 0)",
		"color(display-p3 0.21604 0.49418 0.13151)": "rgb(0, 128, 0)", "color(a98-rgb 0.281363 0.498012 0.116746)": "rgb(0, 128, 0)",
		"color(prophoto-rgb 0.230479 0.395789 0.129968)": "rgb(0, 128, 0)",
		"color(xyz-d50 0.08312 0.154746 0.020961)":       "rgb(0, 128, 0)", "color(xyz 0.07719 0.15438 0.02573)": "rgb(0, 128, 0)",
		"color(srgb 0 1)": "", "color(mine 0 1 0)": "",
		"color-mix(in srgb, red, blue)": "rgb(128, 0, 128)", "color-mix(in srgb, red 25%, blue)": "rgb(64, 0, 191)",
		"color-mix(in srgb, red 20%, blue 20%)": "rgba(128, 0, 128, 0.4)", "color-mix(in srgb, red, transparent)": "rgba(255, 0, 0, 0.5)",
		"color-mix(in oklab, white, black)": "rgb(99, 99, 99)", "color-mix(in hsl, red, lime)": "rgb(255, 255, 0)",
		"color-mix(in hsl longer hue, red, lime)": "rgb(0, 0, 255)", "color-mix(in lch, white, black)": "rgb(119, 119, 119)",
		"color-mix(in srgb, red 0%, blue 0%)": "", "color-mix(red, blue, lime)": "",
		"rgb(from red 0 g 255)": "rgb(0, 0, 255)", "hsl(from lime calc(h + 120) s l)": "rgb(0, 0, 255)", "rgb(from #00ff0080 r g b)": "rgba(0, 255, 0, 0.502)",
		"light-dark(white, black)": "rgb(255, 255, 255)", "canvastext": "rgb(0, 0, 0)", "currentcolor": "", "url(a)": "", "": "", "1px": "",
	} {
		c, ok := ParseColor(text)
		if have := c.String(); ok != (want != "") || ok && have != want {
			t.Errorf("%s: %s %v, want %q", text, have, ok, want)
		}
	}
}

func TestContrast(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{{"white", "black", 21}, {"#777", "white", 4.48}, {"#767676", "white", 4.54}, {"red", "red", 1}} {
		a, _ := ParseColor(test.a)
		b, _ := ParseColor(test.b)
		if have := Contrast(a, b); math.Abs(have-test.want) > 0.005 || Contrast(b, a) != have {
			t.Errorf("%s on %s: %.3f, want %.2f", test.a, test.b, have, test.want)
		}
	}
	half, _ := ParseColor("rgb(0 0 0 / 50%)")
	if have := half.Over(Color{1, 1, 1, 1}).String(); have != "rgb(128, 128, 128)" {
		t.Errorf("half black over white is %s", have)
	}
}

func TestColorsOnThePage(t *testing.T) {
	for name, test := range map[string]struct {
		html, property, want string
		reader               Reader
	}{
		"currentcolor":             {`<p id=x style="color:lime;border:1px solid">`, "border-top-color", "rgb(0, 255, 0)", Desktop},
		"currentcolor of color":    {`<div style="color:lime"><p id=x style="color:currentcolor">`, "color", "rgb(0, 255, 0)", Desktop},
		"mixed with it":            {`<p id=x style="color:white;background-color:color-mix(in srgb, currentcolor, black)">`, "background-color", "rgb(128, 128, 128)", Desktop},
		"a dark reader":            {`<style>:root{color-scheme:light dark}p{color:light-dark(red,lime)}</style><p id=x>`, "color", "rgb(0, 255, 0)", DarkDesktop},
		"a dark reader, asked":     {`<style>p{color:red}@media (prefers-color-scheme:dark){p{color:lime}}</style><p id=x>`, "color", "rgb(0, 255, 0)", DarkDesktop},
		"a page that is not dark":  {`<p id=x>`, "color", "rgb(0, 0, 0)", DarkDesktop},
		"text of a dark page":      {`<style>:root{color-scheme:dark light}</style><p id=x>`, "color", "rgb(255, 255, 255)", DarkDesktop},
		"links":                    {`<a href=. id=x>`, "color", "rgb(0, 0, 238)", Desktop},
		"anchors that do not lead": {`<a id=x>`, "color", "rgb(0, 0, 0)", Desktop},
		"forced colours":           {`<p id=x style="color:red">`, "color", "rgb(0, 0, 0)", Reader{Type: "screen", ForcedColors: true}},
		"colours not forced":       {`<p id=x style="color:lime;forced-color-adjust:none">`, "color", "rgb(0, 255, 0)", Reader{Type: "screen", ForcedColors: true}},
		"outline of its text":      {`<p id=x style="color:lime;outline:1px solid">`, "outline-color", "rgb(0, 255, 0)", Desktop},
	} {
		s := styled(t, test.html, test.reader)
		c, ok := s.Color(s.target(t), test.property)
		if have := c.String(); !ok || have != test.want {
			t.Errorf("%s: %s %v, want %s", name, have, ok, test.want)
		}
	}
}
