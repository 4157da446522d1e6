package prose

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A vowel's strength decides whether it shares a syllable with the next one:
// a, e and o are open, i and u are closed, and an accent on a closed vowel
// makes it stand alone. Real Academia Española, Ortografía de la lengua
// española, 2010, chapter II.3.
type strength int8

const (
	consonant strength = iota
	closed
	open
	alone // a closed vowel with an accent
)

// spanishVowel returns the strength of a letter where it stands. The u of que,
// gue, qui and gui is silent; y is a vowel at the end of a word.
func spanishVowel(word []rune, i int) strength {
	switch word[i] {
	case 'a', 'e', 'o', 'á', 'é', 'ó', 'à', 'è', 'ò':
		return open
	case 'í', 'ú':
		return alone
	case 'ü':
		return closed
	case 'i':
		return closed
	case 'u':
		if i > 0 && i+1 < len(word) && (word[i-1] == 'q' || word[i-1] == 'g' && i+1 < len(word) && (word[i+1] == 'e' || word[i+1] == 'i' || word[i+1] == 'é' || word[i+1] == 'í')) {
			return consonant
		}
		return closed
	case 'y':
		if i+1 == len(word) {
			return closed
		}
	}
	return consonant
}

// spanishSyllables counts by the rules of hiatus and diphthong. An h between
// two vowels changes nothing (prohi-bir, truhan), unless it begins a syllable
// such as hue (caca-huete). Two closed vowels that are the same part (chi-i-ta).
func spanishSyllables(word []byte) int {
	var room [48]rune
	letters := runes(room[:0], word)
	n := 0
	before := consonant
	for i := range letters {
		here := spanishVowel(letters, i)
		if here == consonant && letters[i] == 'h' && before != consonant && i+1 < len(letters) &&
			(i+2 == len(letters) || spanishVowel(letters, i+2) == consonant) {
			continue
		}
		if here != consonant {
			switch {
			case before == consonant, before == open && here == open:
				n++
			case here == closed && letters[i-1] == letters[i]:
				n++
			case here == alone && before == open, before == alone && here == open:
				n++ // ra-íz, dí-a
			case here == alone && before == closed && i+1 < len(letters) && spanishVowel(letters, i+1) == open:
				n++ // cons-tru-í-an, with the next letter one more
			}
		}
		before = here
	}
	return max(1, n)
}

// runes decodes a word into the room given.
func runes(room []rune, word []byte) []rune {
	for len(word) > 0 {
		r, size := utf8.DecodeRune(word)
		room = append(room, r)
		word = word[size:]
	}
	return room
}

// portugueseVowel returns the strength of a letter where it stands.
func portugueseVowel(word []rune, i int) strength {
	switch word[i] {
	case 'a', 'e', 'o', 'á', 'é', 'ó', 'â', 'ê', 'ô', 'à', 'ã', 'õ':
		return open
	case 'í', 'ú':
		return alone
	case 'i', 'ü', 'y':
		return closed
	case 'u':
		if i > 0 && i+1 < len(word) && (word[i-1] == 'q' || word[i-1] == 'g') && (word[i+1] == 'e' || word[i+1] == 'i' || word[i+1] == 'é' || word[i+1] == 'í' || word[i+1] == 'ê') {
			return consonant
		}
		return closed
	}
	return consonant
}

// portugueseSyllables counts as Spanish is counted, with nasal diphthongs
// (não, põe), and the hiatus that Portuguese writes without an accent: an i or
// a u before an open vowel (vi-a-jar, ri-o), but not at the end of a word that
// has an accent elsewhere (his-tó-ria), and before l, m, n, r, z or nh
// that closes the syllable (sa-ir, a-in-da, ra-i-nha).
func portugueseSyllables(word []byte) int {
	var room [48]rune
	letters := runes(room[:0], word)
	accented := false
	for _, r := range letters {
		accented = accented || bytes.ContainsRune([]byte("áéíóúâêô"), r)
	}
	n := 0
	before := consonant
	for i := range letters {
		here := portugueseVowel(letters, i)
		if here != consonant {
			switch {
			case before == consonant:
				n++
			case before == open && here == open:
				if !nasalPair(letters[i-1], letters[i]) {
					n++
				}
			case here == alone, before == alone && here == open:
				n++
			case before == open && here == closed && alonePortuguese(letters, i):
				n++
			case before == closed && i > 1 && portugueseVowel(letters, i-2) != consonant:
				n++ // prai-a, ca-iu
			case before == closed && here == closed && letters[i-1] != letters[i] && alonePortuguese(letters, i):
				n++ // ju-iz
			case before == closed && here == open && !(atEnd(letters, i) && accented) && !(i > 1 && letters[i-1] == 'u' && (letters[i-2] == 'q' || letters[i-2] == 'g')):
				n++ // ti-a, vi-a-jar, re-gi-ão
			}
		}
		before = here
	}
	return max(1, n)
}

func nasalPair(a, b rune) bool {
	return a == 'ã' && (b == 'o' || b == 'e') || a == 'õ' && b == 'e'
}

// alonePortuguese tells whether an i or a u after an open vowel is a syllable
// of its own because of the consonant that closes it.
func alonePortuguese(word []rune, i int) bool {
	if i+1 == len(word) {
		return false
	}
	switch word[i+1] {
	case 'l', 'm', 'r', 'z':
		return i+2 == len(word) || portugueseVowel(word, i+2) == consonant
	case 'n':
		return i+2 < len(word) && portugueseVowel(word, i+2) == consonant
	}
	return false
}

// atEnd tells whether only an s or an m follows.
func atEnd(word []rune, i int) bool {
	return i+1 == len(word) || i+2 == len(word) && (word[i+1] == 's' || word[i+1] == 'm')
}

// italianVowel returns the strength of a letter where it stands. The i of cia,
// gio and scie only softens the consonant before it; the u of qu is none.
func italianVowel(word []rune, i int) strength {
	switch word[i] {
	case 'a', 'e', 'o', 'à', 'è', 'é', 'ò', 'ó':
		return open
	case 'ì', 'í', 'ù', 'ú':
		return alone
	case 'i', 'j', 'y':
		return closed
	case 'u':
		if i > 0 && word[i-1] == 'q' {
			return consonant
		}
		return closed
	}
	return consonant
}

// italianSyllables counts as Spanish is counted. Italian does not write the
// stress of mio, tua and via: in a word with no other vowel the two part, and
// at the end of the words in stressedI (po-li-zi-a).
func italianSyllables(word []byte) int {
	var room [48]rune
	letters := runes(room[:0], word)
	n := 0
	before := consonant
	for i := range letters {
		here := italianVowel(letters, i)
		if here != consonant {
			switch {
			case before == consonant, before == open && here == open, here == alone && before == open, before == alone && here == open:
				n++
			case before != consonant && here == closed && i+1 < len(letters) && italianVowel(letters, i+1) != consonant:
				n++ // a-iu-to
			case before == closed && here == open && n == 1 && i+1 == len(letters) && letters[i] < 0x80 && !softens(letters, i-1):
				n++ // mi-o, but può
			}
		}
		before = here
	}
	for _, stem := range stressedI {
		if ends(word, stem+"a") || ends(word, stem+"e") {
			n++
			break
		}
	}
	return max(1, n) + parts(word, "paur")
}

// stressedI are stems whose last vowel is stressed and written without an
// accent, before the a or e at the end of the word.
var stressedI = strings.Fields("logi nomi grafi crazi pati sofi fobi metri terapi polizi farmaci energi allergi allegri teori categori " +
	"nostalgi malatti bugi compagni garanzi periferi folli magi regi mari economi democrazi gerarchi monarchi")

// softens tells whether an i only changes the sound before it, or a u only
// follows g: cia-o, giù, guar-da.
func softens(word []rune, i int) bool {
	return i > 0 && (word[i] == 'i' && (word[i-1] == 'c' || word[i-1] == 'g') || word[i] == 'u' && word[i-1] == 'g')
}
