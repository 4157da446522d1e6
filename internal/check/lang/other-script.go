package lang

import (
	"fmt"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var otherScript = &check.Check{
	ID:       "lang/other-script",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.1", "ACT ucwvc8"),
	Output: func(p *check.OutputPass) {
		tag, _ := p.HTML.Root.Attribute("lang")
		if !lang.KnownPrimary(tag) {
			return
		}
		language, err := lang.Parse(tag)
		if err != nil || scripts[language.Script] == nil {
			return
		}
		letters, own := 0, 0
		spoken := make([]bool, len(p.HTML.Elements)) // by element: in the language of the page
		for e := range p.Elements() {
			named, _ := e.Attribute("lang")
			spoken[e.Index] = e.Parent == nil || spoken[e.Parent.Index] && named == ""
			if spoken[e.Index] && hasText(e) && e.Namespace == dom.HTML && !e.Is("code", "pre", "title") && p.View.Seen(e) {
				count(e, scripts[language.Script], &letters, &own)
			}
			if own*10 >= len(p.Data) {
				return // more letters than would change anything are not on the page
			}
		}
		if letters >= enough && own*10 < letters {
			p.AskOn(p.HTML.Root, fmt.Sprintf("the page says that its language is “%s”, but nearly all its words are in another script: is that right?", tag))
		}
	},
}

// enough is how many letters a page must have before anything is said of them.
const enough = 40

// scripts holds the letters of the scripts that languages are commonly written
// in, by their ISO 15924 codes. A language in another script is not asked about.
var scripts = map[string][]*unicode.RangeTable{
	"Latn": {unicode.Latin}, "Cyrl": {unicode.Cyrillic}, "Grek": {unicode.Greek}, "Hebr": {unicode.Hebrew},
	"Arab": {unicode.Arabic}, "Deva": {unicode.Devanagari}, "Thai": {unicode.Thai}, "Ethi": {unicode.Ethiopic},
	"Hans": {unicode.Han}, "Hant": {unicode.Han}, "Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana},
	"Kore": {unicode.Hangul, unicode.Han},
}

// count adds the letters that stand directly in e, and those of a script.
func count(e *dom.Element, script []*unicode.RangeTable, letters, own *int) {
	for _, c := range e.Children {
		if c.Element != nil {
			continue
		}
		for _, r := range c.Text {
			if !unicode.IsLetter(r) {
				continue
			}
			*letters++
			if unicode.IsOneOf(script, r) {
				*own++
			}
		}
	}
}
