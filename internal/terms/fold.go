package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters and digits, apostrophes inside it included.
type word struct {
	folded     string
	begin, end int
	joined     bool // only spaces or a hyphen lie between it and the word before
	sentence   int  // which one of the text it is in, from 0
	first      bool // of its sentence
	capital    bool // it begins with a capital letter, and is not all of them
}

// split divides a text into its words.
func split(text string) []word { return appendWords(nil, text) }

// appendWords is split into a slice that may be used again.
func appendWords(all []word, text string) []word {
	last, sentence := 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		begin := i
		i = wordEnd(text, i+size)
		w := word{begin: begin, end: i, folded: fold(text[begin:i])}
		w.capital = unicode.IsUpper(r) && (w.end == begin+size || strings.ContainsFunc(text[begin:i], unicode.IsLower))
		between := text[last:begin]
		w.joined = len(all) > 0 && joins(between)
		if len(all) > 0 && ends(between) {
			sentence++
		}
		w.sentence, w.first = sentence, len(all) == 0 || all[len(all)-1].sentence != sentence
		all = append(all, w)
		last = i
	}
	return all
}

// wordEnd is where a word ends of which the letters before i are known. An
// apostrophe belongs to it between letters, and a point or comma between digits.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			number := (r == '.' || r == ',') && unicode.IsDigit(before) && unicode.IsDigit(next)
			if !number && (!apostrophe(r) || !inWord(next)) {
				return i
			}
		}
		i += size
	}
	return i
}

func inWord(r rune) bool {
	return r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9') ||
		r >= utf8.RuneSelf && unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// joins tells whether what lies between two words keeps them in one phrase:
// white space, a hyphen, or both.
func joins(between string) bool {
	const longest = 8
	if between == "" || len(between) > longest {
		return between == ""
	}
	for _, r := range between {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Hyphen, r) {
			return false
		}
	}
	return true
}

// ends tells whether a sentence ends between two words. A lone full stop is
// within a number or a name.
func ends(between string) bool {
	return len(between) > 1 && strings.ContainsAny(between, ".!?؟।。！？")
}

// fold makes equal what a writer would call one word: capitals, accents of
// Latin letters, the vowel marks and forms of alif of Arabic, kinds of
// apostrophe.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return strings.ToLower(s)
	}
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.Is(unicode.Mn, r):
			if latin || r >= 0x064b && r <= 0x065f || r == 0x0670 {
				continue
			}
		default:
			latin = false
		}
		switch r {
		case '’':
			r = '\''
		case 'ـ': // only stretches a word
			continue
		case 'ى':
			r = 'ي'
		case 'ة':
			r = 'ه'
		case 'ٱ':
			r = 'ا'
		}
		b.WriteRune(r)
	}
	return b.String()
}
