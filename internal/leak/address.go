package leak

import (
	"strings"
	"unicode"

	"handrail/internal/private"
)

// Addresses and file names spell a value in their own way: "12 Quillfeather
// Lane" becomes 12-quillfeather-lane. Spells looks for that, where a false alarm
// costs little: in names of files, and in what is said about them.

// shortestSpelled is how many letters and digits a value of one word needs to
// be looked for in small letters.
const shortestSpelled = 4

// spelledOf makes the automaton for values as addresses spell them, with the
// values by pattern.
func spelledOf(values []private.Value) (*automaton, [][]private.Value) {
	byText := map[string][]private.Value{}
	var texts []string
	for _, v := range values {
		text := strings.Trim(spelled(pattern(v.Reveal())), " ")
		if len(text) < shortestSpelled {
			continue
		}
		if byText[text] == nil {
			texts = append(texts, text)
		}
		byText[text] = append(byText[text], v)
	}
	var found [][]private.Value
	for i, text := range texts {
		found = append(found, byText[text])
		texts[i] = " " + text + " "
	}
	return newAutomaton(texts), found
}

// spelled is a text in small letters, with one space for each run of anything
// else.
func spelled(text string) string {
	var b strings.Builder
	space := true
	b.WriteByte(' ')
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			b.WriteRune(unicode.ToLower(r))
			space = false
		} else if !space {
			b.WriteByte(' ')
			space = true
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}

// Spells returns the values that a text holds in the way of an address: in
// small or capital letters, with hyphens, dots or percent codes between words.
func (s *Scanner) Spells(text string) []private.Value {
	if len(s.spelled) == 0 {
		return nil
	}
	seen := map[int]bool{}
	var found []private.Value
	for _, st := range readings([]byte(text)) {
		s.spell.run([]byte(spelled(string(normal(st).data))), func(pattern, _ int) {
			if !seen[pattern] {
				seen[pattern] = true
				found = append(found, s.spelled[pattern]...)
			}
		})
	}
	return found
}
