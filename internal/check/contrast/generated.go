package contrast

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var generated = &check.Check{
	ID:       "contrast/generated",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.3", "axe color-contrast"),
	Output: func(p *check.OutputPass) {
		readers := []css.Reader{css.Desktop}
		if p.View.Styles().Mentions("color-scheme", "light-dark(") {
			readers = append(readers, css.DarkDesktop)
		}
		told := map[*dom.Element]bool{}
		for _, r := range readers {
			s := sceneFor(p, r)
			free := exempt(p)
			for e := range p.Elements() {
				before, after := s.styles.Pseudo(e, "before"), s.styles.Pseudo(e, "after")
				if before == nil && after == nil || told[e] || free[e.Index] != active || e.Namespace != dom.HTML {
					continue
				}
				for _, name := range []string{"before", "after"} {
					told[e] = s.generated(p, e, name) || told[e]
				}
			}
		}
	},
}

// generated looks at the words that a style sheet puts before or after the
// content of an element, and says whether they are hard to see.
func (s *scene) generated(p *check.OutputPass, e *dom.Element, name string) bool {
	pseudo := s.styles.Pseudo(e, name)
	if pseudo == nil {
		return false
	}
	words, _, _, ok := s.styles.Content(e, name)
	if !ok || !spoken(words) || !p.View.Seen(e) || !s.styles.Displayed(e) || pseudo.Value("visibility") != "visible" {
		return false
	}
	color, ok := pseudo.Color("color")
	own := painted(pseudo.Backgrounds())
	switch at := pseudo.Value("position"); {
	case !ok || color.A == 0 || own.picture || own.unknown || own.letters, at == "absolute", at == "fixed", pseudo.Value("text-shadow") != "none",
		pseudo.Value("opacity") != "1", s.at(e).gone, s.at(e).doubt, s.at(e).picture != nil, symbols(s.styles, e):
		return false
	}
	inner := *s.at(e)
	inner.lenses = through(inner.lenses, own.colors, 1)
	one := s.compare(&inner, color)
	size, _ := pseudo.Length("font-size")
	one.large = size >= 24
	if one.best >= one.least() || one.same {
		return false
	}
	said := fmt.Sprintf("the words that the style sheet adds here are hard to see: their colour (%s) and the one behind them (%s) have a contrast of %s, and they need %s",
		hex(one.front), hex(one.back), ratio(one.best), ratio(one.least()))
	if p.View.Tree().Hidden(e) {
		p.AskOn(e, said+"; please look at them")
	} else {
		p.FoundOn(e, said)
	}
	return true
}

// spoken says whether a generated text is more than a sign or a number.
func spoken(text string) bool {
	n := 0
	for _, r := range text {
		if human(string(r)) && (r < 0xe000 || r > 0xf8ff) {
			n++
		}
	}
	return n > 2
}
