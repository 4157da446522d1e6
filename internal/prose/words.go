package prose

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// A Span is a piece of a text, by byte offsets.
type Span struct{ Start, End int }

// In returns the piece itself.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Words yields the words of a text: what white space or an em dash divides,
// if it holds a letter or a digit. "One-on-one", "and/or", "don't" and
// "$2,500" are one word each. The span leaves out punctuation around a word.
func Words(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		first, last := -1, 0 // of the letters and digits seen in this token
		for i := 0; i < len(text); {
			b := text[i]
			size := 1
			var divides, counts bool
			if b < utf8.RuneSelf {
				divides = b == ' ' || b >= '\t' && b <= '\r'
				counts = class[b]&(letter|digit) != 0
			} else {
				var r rune
				r, size = utf8.DecodeRuneInString(text[i:])
				divides = r == '—' || unicode.IsSpace(r)
				// A mark goes with the letter before it; one on a sign, as in ❤️, is no word.
				counts = !divides && (unicode.IsLetter(r) || unicode.IsNumber(r) || first >= 0 && unicode.IsMark(r))
			}
			switch {
			case divides:
				if first >= 0 && !yield(Span{first, last}) {
					return
				}
				first = -1
			case counts:
				if first < 0 {
					first = i
				}
				last = i + size
			}
			i += size
		}
		if first >= 0 {
			yield(Span{first, last})
		}
	}
}

// CountWords returns how many words a text has.
func CountWords(text string) int {
	n := 0
	for range Words(text) {
		n++
	}
	return n
}

// Classes of the characters of ASCII.
const (
	letter = 1 << iota
	digit
	upper
)

var class = func() (c [utf8.RuneSelf]byte) {
	for b := range c {
		switch {
		case b >= 'a' && b <= 'z':
			c[b] = letter
		case b >= 'A' && b <= 'Z':
			c[b] = letter | upper
		case b >= '0' && b <= '9':
			c[b] = digit
		}
	}
	return c
}()
