package lang

import (
	"sync"

	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/bidi"
)

// Marks that keep a piece of text from turning what stands around it.
// https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
const (
	leftToRight = "\u2066"
	rightToLeft = "\u2067"
	popIsolate  = "\u2069"
)

// Isolate returns a text that is put into a sentence of the language, such as a
// name, a title or a phone number. Where it runs the other way, or would be
// turned round by the words beside it, it stands between isolating marks.
func (l Language) Isolate(text string) string {
	left, right, figures, signs := false, false, false, false
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			left = true
		case bidi.R, bidi.AL:
			right = true
		case bidi.EN:
			figures = true
		case bidi.LRI, bidi.RLI, bidi.FSI:
			return text // somebody has thought of it
		default:
			signs = true
		}
	}
	switch {
	case l.Dir == "rtl" && right && left:
		return rightToLeft + text + popIsolate
	case l.Dir == "rtl" && (left || !right && figures && signs): // 555-0100 would become 0100-555
		return leftToRight + text + popIsolate
	case l.Dir == "ltr" && right && left:
		return leftToRight + text + popIsolate
	case l.Dir == "ltr" && right:
		return rightToLeft + text + popIsolate
	}
	return text
}

// NameOf is what the language calls another one: "Spanish" in English, "inglés"
// in Spanish. Where that is not known, it is the other's own name.
func (l Language) NameOf(other Language) string {
	if other.Easy() {
		return other.Autonym
	}
	if names := display.Tags(l.tag); names != nil && namesOthers()[l.Base()] {
		if name := names.Name(other.tag); name != "" {
			return name
		}
	}
	return other.Autonym
}

// namesOthers are the languages for which CLDR names the others; for the rest
// the library would answer in a language that is thought to be near.
var namesOthers = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, base := range display.Supported.BaseLanguages() {
		all[base.String()] = true
	}
	return all
})
