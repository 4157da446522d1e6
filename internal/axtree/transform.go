package axtree

import (
	"strings"
	"unicode"

	"handrail/internal/dom"
)

// shown returns a text of e in the case that its styles show it in (CSS Text 3,
// 2.1): browsers hand the letters on that stand on the screen. What isn't
// displayed is as it was written.
func (n *naming) shown(e *dom.Element, text string) string {
	how := n.t.styles.Value(e, "text-transform")
	if how == "none" || how == "" || !n.t.styles.Displayed(e) {
		return text
	}
	for word := range strings.FieldsSeq(how) {
		switch word {
		case "uppercase":
			return strings.ReplaceAll(strings.ToUpper(text), "ß", "SS") // Unicode has no capital that is in use
		case "lowercase":
			return strings.ToLower(text)
		case "capitalize":
			return capitalized(text)
		}
	}
	return text
}

// capitalized makes the first letter of each word large and leaves the others.
func capitalized(text string) string {
	inside := false
	return strings.Map(func(r rune) rune {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		first := letter && !inside
		inside = letter || inside && (r == '\'' || r == '’' || unicode.IsMark(r))
		if first {
			return unicode.ToTitle(r)
		}
		return r
	}, text)
}
