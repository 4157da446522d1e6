package fields

import (
	"strings"
	"unicode"
)

// Shown returns what a writer wrote in a form that a message can quote: on one
// line, without characters that are not seen, and not too long.
func Shown(written string) string {
	const most = 60
	var b strings.Builder
	count := 0
	for _, r := range written {
		switch {
		case unicode.In(r, unicode.Bidi_Control):
			continue
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp):
			r = ' '
		}
		if count++; count > most {
			b.WriteString("…")
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}
