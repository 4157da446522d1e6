package css

import (
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// Compact returns a style sheet without its comments and without the space and
// line breaks that only people need. It means the same: what stands inside
// strings and addresses stays, and so does a comment that parts two tokens, as
// an empty one.
func Compact(sheet string) string {
	var b strings.Builder
	b.Grow(len(sheet))
	l := newLexer(sheet)
	end := 0     // of the token before
	done := true // the token before needs no space after it
	for t := l.next(); t.kind != lex.ErrorToken; t = l.next() {
		if t.at > end && !done && t.kind != space {
			b.WriteString("/**/")
		}
		end = t.at + len(t.text)
		if t.kind != space {
			b.WriteString(t.text)
			done = strings.Contains("{};,", t.text)
		} else if !done {
			b.WriteByte(' ')
			done = true
		}
	}
	return b.String()
}
