package theme

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"handrail/internal/css"
	"handrail/themes"
)

func TestContrastMessage(t *testing.T) {
	_, got := over(t, "[colors.light]\nsoft = \"#8a8a8a\"\n")
	if len(got) != 6 {
		t.Fatalf("%d problems:\n%s", len(got), strings.Join(got, "\n"))
	}
	const message = "2:8 theme/contrast: in the light colours, `soft` (#8a8a8a) on `paper` (#fbf6ee) has a contrast of 3.20:1, and needs 4.5:1\n"
	if !strings.HasPrefix(got[0], message) {
		t.Errorf("got\n%s\nwant\n%s", got[0], message)
	}
	// One colour mends all six.
	fix := regexp.MustCompile("#[0-9a-f]{6} would pass for `soft`")
	first := fix.FindString(got[0])
	for _, line := range got {
		if first == "" || !strings.Contains(line, first) {
			t.Errorf("not the same advice for all: %s, want %s", line, first)
		}
	}
	suggested := strings.Fields(first)[0]
	if _, left := over(t, "[colors.light]\nsoft = \""+suggested+"\"\n"); len(left) > 0 {
		t.Errorf("%s was said to pass, and does not: %v", suggested, left)
	}
}

// TestContrastPlace points at the colour that the upper layer has set.
func TestContrastPlace(t *testing.T) {
	_, got := over(t, "[colors.dark]\n# brighter\npaper = \"#777\"\n")
	if len(got) == 0 {
		t.Fatal("nothing is found")
	}
	for _, line := range got {
		if !strings.HasPrefix(line, "3:9 theme/contrast: in the dark colours, ") {
			t.Errorf("got %s", line)
		}
	}
}

func TestRoundedDown(t *testing.T) {
	for ratio, want := range map[float64]string{4.499999: "4.49", 4.5: "4.50", 1: "1.00", 20.999: "20.99", 2.634: "2.63"} {
		if got := roundedDown(ratio); got != want {
			t.Errorf("roundedDown(%v) = %s, want %s", ratio, got, want)
		}
	}
}

// two are settings of one pair.
func two(text, on css.Color, least float64) (*settings, pair) {
	p := pair{Text: "a", On: "b", Least: least}
	scheme := &palette{name: "light", colors: map[string]color{"a": {Color: text}, "b": {Color: on}}}
	return &settings{schemes: []*palette{scheme}, pairs: []pair{p}}, p
}

// TestSuggestionsPass tries many pairs of colours: what is suggested passes,
// and is no farther from the colour than it need be.
func TestSuggestionsPass(t *testing.T) {
	grid := []float64{0, 0.25, 0.5, 0.75, 1}
	var all []css.Color
	for _, r := range grid {
		for _, g := range grid {
			for _, b := range grid {
				all = append(all, solid(css.Color{R: r, G: g, B: b, A: 1}))
			}
		}
	}
	made := ladders{}
	tried, measured := 0, 0
	for i, text := range all {
		for _, least := range []float64{3, 4.5, 7} {
			on := all[(i*37+int(least)*11)%len(all)]
			if css.Contrast(text, on) >= least {
				continue
			}
			s, p := two(text, on, least)
			for role, other := range map[string]css.Color{"a": on, "b": text} {
				own := s.schemes[0].colors[role].Color
				c, ok := s.nearest(made, s.schemes[0], p, role, anyway)
				black, white := css.Contrast(css.Color{A: 1}, other), css.Contrast(css.Color{R: 1, G: 1, B: 1, A: 1}, other)
				if possible := max(black, white) >= least; ok != possible {
					t.Errorf("%s beside %s at %v: suggested %v, possible %v", hex(own), hex(other), least, ok, possible)
				}
				if !ok {
					continue
				}
				tried++
				back, read := css.ParseColor(hex(c))
				if !read || css.Contrast(back, other) < least {
					t.Errorf("%s beside %s is said to pass %v, and has %v", hex(c), hex(other), least, css.Contrast(back, other))
				}
				want, found := moved(own, other, least)
				if !found {
					continue // nothing of its hue passes, only black or white
				}
				measured++
				if d := math.Abs(math.Cbrt(want.Luminance()) - math.Cbrt(c.Luminance())); d > 0.02 {
					t.Errorf("%s beside %s at %v: suggested %s, expected %s", hex(own), hex(other), least, hex(c), hex(want))
				}
			}
		}
	}
	if tried < 200 || measured < 100 {
		t.Errorf("only %d suggestions were tried, %d measured", tried, measured)
	}
}

// moved finds the nearest passing colour another way: by moving the colour's
// own lightness, a little at a time. It finds none where both directions pass
// after almost the same way, since either will do.
func moved(own, other css.Color, least float64) (css.Color, bool) {
	var first [2]float64
	var found [2]css.Color
	for side, sign := range []string{"-", "+"} {
		for step := 0.0; step <= 1 && first[side] == 0; step += 0.004 {
			c, ok := css.ParseColor(fmt.Sprintf("oklch(from %s calc(l %s %.3f) c h)", hex(own), sign, step))
			if ok && css.Contrast(solid(c), other) >= least {
				first[side], found[side] = step, solid(c)
			}
		}
	}
	switch {
	case first[0] == 0:
		return found[1], first[1] > 0
	case first[1] == 0, first[0] < first[1]-0.02:
		return found[0], true
	}
	return found[1], first[1] < first[0]-0.02
}

func TestSuggestionWords(t *testing.T) {
	for _, c := range []struct {
		text, on string
		least    float64
		want     string
	}{
		{"#777777", "#ffffff", 4.5, "#767676 would pass for `a`."},
		{"#777777", "#fafafa", 4.5, "#737373 would pass for `a`."},
		{"#777777", "#f5f5f5", 4.5, "#707070 would pass for `a`."},
		{"#707070", "#f0f0f0", 4.5, "#6d6d6d would pass for `a`, or a lighter `b`, #f4f4f4."},
		{"#888888", "#000000", 7, "#959595 would pass for `a`."},
		{"#000000", "#777777", 7, "A lighter `b`, #959595, would pass."},
		{"#777777", "#7f7f7f", 15, "Neither can do it alone: make one of `a` and `b` much darker and the other much lighter."},
	} {
		text, _ := css.ParseColor(c.text)
		on, _ := css.ParseColor(c.on)
		s, p := two(text, on, c.least)
		if got := s.suggestion(ladders{}, s.schemes[0], p); got != c.want {
			t.Errorf("%s on %s at %v:\n%s\nwant\n%s", c.text, c.on, c.least, got, c.want)
		}
	}
}

// TestContrastEnds measures the worst theme: every colour wrong.
func TestContrastEnds(t *testing.T) {
	var b strings.Builder
	for _, scheme := range []string{"light", "dark"} {
		b.WriteString("[colors." + scheme + "]\n")
		for i, role := range strings.Fields("paper card sunk ink soft edge link clay sage mint sky sun") {
			fmt.Fprintf(&b, "%s = \"#7%x7777\"\n", role, i)
		}
	}
	started := time.Now()
	_, got := over(t, b.String())
	if len(got) < 40 {
		t.Errorf("only %d problems", len(got))
	}
	if took := time.Since(started); took > time.Minute {
		t.Errorf("it took %v", took)
	}
	t.Log(time.Since(started))
}

// FuzzSettings: whatever is written, nothing but colours comes out.
func FuzzSettings(f *testing.F) {
	f.Add("scale = \"large\"\n[colors.light]\nink = \"navy\"\n")
	f.Add("[[pair]]\ntext = \"a\"\non = \"b\"\nleast = 4.5\n[colors]\nlight = {a = \"red\", b = \"#fff\"}\n")
	f.Add("colors.dark.paper = \"}\"\nlogo = \"x.svg\"\n")
	prelude := regexp.MustCompile(`^:root\{--scale:[0-9.]+%(;--[a-z0-9-]+:#[0-9a-f]{6})*\}\n:root,\[lang\]\{--text:var\(--(serif|sans)\)\}\n` +
		`@media \(prefers-color-scheme:dark\)\{:root\{(--[a-z0-9-]+:#[0-9a-f]{6};?)*\}\}\n$`)
	layer, err := fs.Sub(themes.FS, "plain")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, toml string) {
		s, err := readSettings("plain", Layers{{FS: fstest.MapFS{"theme.toml": {Data: []byte(toml)}}, Path: "themes/plain"}, {FS: layer, Path: "themes/plain"}})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.prelude(); !prelude.Match(got) {
			t.Errorf("the style sheet begins with %.900s", got)
		}
	})
}

// TestPlainIsBetter: what comes with Handrail keeps to 7:1 for all words, so
// that a library starts with a site that has nothing to mend.
func TestPlainIsBetter(t *testing.T) {
	layer, err := fs.Sub(themes.FS, "plain")
	if err != nil {
		t.Fatal(err)
	}
	s, err := readSettings("plain", Layers{{FS: layer, Path: "themes/plain"}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.pairs {
		if s.pairs[i].Least >= 4.5 {
			s.pairs[i].Least = 7
		}
	}
	for _, p := range s.contrasts() {
		t.Errorf("%s; %s", p.Message, p.Fix)
	}
}
