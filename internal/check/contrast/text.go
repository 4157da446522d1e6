package contrast

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
)

// A reading is how well the words of an element can be told from what is behind
// them.
type reading struct {
	of     *dom.Element
	dark   bool    // by a reader who prefers dark colours
	best   float64 // the contrast where it is highest
	front  css.Color
	back   css.Color // there
	large  bool
	doubt  bool // only a person can say what is behind them, or whether it matters
	unseen bool
	same   bool // they have the very colour of what is behind them
	on     *dom.Element
	twice  bool // so it is for both readers
}

// The least contrast by WCAG 2.2, 1.4.3 and 1.4.6.
func (r reading) least() float64 {
	if r.large {
		return 3
	}
	return 4.5
}

func (r reading) enhanced() float64 {
	if r.large {
		return 4.5
	}
	return 7
}

// band is 0 for words that are hard to see, 1 for some people, 2 for nobody.
func (r reading) band() int {
	switch {
	case r.best < r.least():
		return 0
	case r.best < r.enhanced():
		return 1
	}
	return 2
}

// readings returns those of the visible words of a page that not everybody can
// surely see, for readers in the
// light and, where a style sheet speaks of it, in the dark.
func readings(p *check.OutputPass) []reading {
	return p.View.Keep("contrast", func() any {
		all := read(p, css.Desktop)
		if !p.View.Styles().Mentions("color-scheme", "light-dark(") {
			return all
		}
		return both(all, read(p, css.DarkDesktop))
	}).([]reading)
}

// both joins what the two readers see: a text that fails for both in the same
// way is told once.
func both(light, dark []reading) []reading {
	at := map[*dom.Element]int{}
	for i, r := range light {
		at[r.of] = i
	}
	for _, r := range dark {
		if i, known := at[r.of]; known && (r.band() >= light[i].band() || light[i].on != nil) {
			light[i].twice = r.band() == 0 && !light[i].same && !r.same
			continue
		}
		r.dark = true
		light = append(light, r)
	}
	return light
}

// read reads the page as one reader.
func read(p *check.OutputPass, r css.Reader) []reading {
	s := sceneFor(p, r)
	free := exempt(p)
	var all []reading
	for e := range p.Elements() {
		if !s.hasWords(e) || free[e.Index] == inactive || !p.View.Seen(e) || !s.styles.Displayed(e) || !s.styles.Visible(e) {
			continue
		}
		if one, ok := s.read(e); ok && !(r.Dark && one.band() == 1 && s.unstyled(e)) {
			one.doubt = one.doubt || free[e.Index] == perhaps || p.View.Tree().Hidden(e)
			if one.band() < 2 || one.on != nil {
				all = append(all, one)
			}
		}
	}
	return all
}

// unstyled says whether an element is a button with the colours of the browser,
// which are not the page's to mend.
func (s *scene) unstyled(e *dom.Element) bool {
	for ; e != nil; e = e.Parent {
		_, front := s.styles.Declared(e, "color")
		_, back := s.styles.Declared(e, "background-color")
		if front || back {
			return false
		}
		if e.Is("button") {
			return true
		}
	}
	return false
}

// hasWords says whether words that are read stand directly in an element.
func (s *scene) hasWords(e *dom.Element) bool {
	if e.Namespace != dom.HTML {
		return false
	}
	switch e.Tag {
	case "script", "style", "template", "noscript", "iframe", "noembed", "noframes", "title", "textarea",
		"video", "audio", "canvas", "object", "select", "option", "optgroup", "datalist", "progress", "meter", "head", "html":
		return false
	}
	if e.Is("details") && !e.Has("open") {
		return false
	}
	for _, c := range e.Children {
		if c.Element == nil && human(c.Text) {
			return true
		}
	}
	return false
}

// human says whether a text says something: there is a letter or a digit in it.
func human(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// letters counts what is read of the text directly in an element.
func letters(e *dom.Element) int {
	n := 0
	for _, c := range e.Children {
		if c.Element != nil {
			continue
		}
		for _, r := range c.Text {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				n++
			}
		}
	}
	return n
}

// read reads the words directly in an element; ok is false where nothing is
// seen of them.
func (s *scene) read(e *dom.Element) (r reading, ok bool) {
	like := likeness{kin: s.styles.Kin(e), around: s.at(e)}
	r, known := s.words[like]
	if !known {
		r = s.readAs(e)
		s.words[like] = r
	}
	r.of = e
	r.doubt = r.doubt || r.band() < 2 && (logo(e) || letters(e) == 1)
	return r, !r.unseen
}

// A lettering is how the styles of an element set its words.
type lettering struct {
	color                              css.Color
	known                              bool // the color is
	large, shadowed, outlined, symbols bool
}

var letterings = &css.Trait[lettering]{Of: func(s *css.Styles, e *dom.Element) lettering {
	l := lettering{large: large(s, e), shadowed: shadowed(s, e), outlined: outlined(s, e), symbols: symbols(s, e)}
	l.color, l.known = s.Color(e, "-webkit-text-fill-color")
	return l
}}

// readAs reads all words that look like those of an element.
func (s *scene) readAs(e *dom.Element) reading {
	at := s.at(e)
	set := letterings.Get(s.styles, e)
	if at.gone || set.known && set.color.A == 0 && !at.letters && !set.shadowed {
		return reading{unseen: true}
	}
	r := s.compare(at, set.color)
	r.on = at.picture
	r.large = set.large
	r.doubt = at.doubt || !set.known || at.letters
	if r.band() < 2 {
		r.doubt = r.doubt || set.outlined || set.symbols || s.shadowHelps(e, at, set.color, r)
	}
	return r
}

// compare finds the highest contrast of a colour with what may be behind it.
func (s *scene) compare(at *place, color css.Color) reading {
	r := reading{same: true}
	for _, l := range at.lenses {
		front, back := l.seen(color), l.behind()
		if c := css.Contrast(front, back); c > r.best {
			r.best, r.front, r.back = c, front, back
		}
		r.same = r.same && bytesOf(front) == bytesOf(back)
	}
	return r
}

// large says whether text is of at least 18 points, or 14 if it is bold.
func large(s *css.Styles, e *dom.Element) bool {
	size, _ := s.Length(e, "font-size")
	weight, _ := strconv.ParseFloat(s.Value(e, "font-weight"), 64)
	return size >= 24-.001 || size >= 56.0/3-.001 && weight >= 700
}

// outlined says whether the letters have an outline of another colour.
func outlined(s *css.Styles, e *dom.Element) bool {
	for _, name := range []string{"-webkit-text-stroke", "-webkit-text-stroke-width"} {
		if v := s.Value(e, name); v != "" && v[0] != '0' {
			return true
		}
	}
	return false
}

// symbols says whether the letters are shown as pictures by their font.
func symbols(s *css.Styles, e *dom.Element) bool {
	family := strings.ToLower(s.Value(e, "font-family"))
	for _, word := range []string{"icon", "awesome", "symbols", "glyph", "dingbats"} {
		if strings.Contains(family, word) {
			return true
		}
	}
	return false
}

// logo says whether an element, or one just around it, is called a logo.
func logo(e *dom.Element) bool {
	for range 3 {
		if e == nil {
			break
		}
		for _, name := range []string{"class", "id"} {
			if v, _ := e.Attribute(name); strings.Contains(strings.ToLower(v), "logo") {
				return true
			}
		}
		e = e.Parent
	}
	return false
}

// ratio writes a contrast, rounded down: 4.499 is not 4.5.
func ratio(n float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Floor(n*100)/100), "0"), ".") + ":1"
}

// hex writes a colour as people write it.
func hex(c css.Color) string { return fmt.Sprintf("#%06x", bytesOf(c)) }

// bytesOf is a colour in the numbers that a screen has for it.
func bytesOf(c css.Color) int {
	part := func(n float64) int { return int(math.Round(min(max(n, 0), 1) * 255)) }
	return part(c.R)<<16 | part(c.G)<<8 | part(c.B)
}
