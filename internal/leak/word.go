package leak

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wholeWord tells whether data[start:end] neither begins nor ends within a
// word. A value that begins with a sign, such as "+1", has an edge of its own.
func wholeWord(data []byte, start, end int) bool {
	before, _ := utf8.DecodeLastRune(data[:start])
	first, _ := utf8.DecodeRune(data[start:end])
	last, _ := utf8.DecodeLastRune(data[start:end])
	after, _ := utf8.DecodeRune(data[end:])
	return (!joined(before, first) || particles(data[:start])) && !joined(last, after)
}

// particles tells whether a word has begun just before with nothing but the
// Arabic letters that are written onto the next word: "and", "so", "with",
// "for", "like". At most two of them come together.
func particles(before []byte) bool {
	for range 2 {
		r, size := utf8.DecodeLastRune(before)
		if !strings.ContainsRune("وفبلك", r) {
			return false
		}
		before = before[:len(before)-size]
		if r, _ := utf8.DecodeLastRune(before); !inWord(r) {
			return true
		}
	}
	return false
}

// joined tells whether two neighbours belong to one word.
func joined(a, b rune) bool {
	return inWord(a) && inWord(b) && !unspaced(a) && !unspaced(b)
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && unicode.In(r, unicode.L, unicode.N, unicode.M)
}

// unspaced tells whether a letter is of a script that puts no space between
// words, or, as Korean does, hangs particles onto names.
func unspaced(r rune) bool {
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Bopomofo, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}
