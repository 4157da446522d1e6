package prose

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
)

// englishData lists common English words whose syllables the rules below get
// wrong, "count: word word …" on each line, by the CMU Pronouncing Dictionary.
// TestEnglishTable writes it; data/NOTICE.txt has the dictionary's notice.
//
//go:embed data/en-syllables.txt
var englishData string

var englishExceptions = sync.OnceValue(func() map[string]uint8 {
	m := make(map[string]uint8, len(englishData)/8)
	for line := range strings.Lines(englishData) {
		count, words, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		for word := range strings.FieldsSeq(words) {
			m[word] = count[0] - '0'
		}
	}
	return m
})

// englishSyllables counts by the table, then by rules.
func englishSyllables(word []byte) int {
	word = folded(word)
	if n, ok := englishExceptions()[string(word)]; ok {
		return int(n)
	}
	return englishBare(word)
}

// englishBare counts a word that is not in the table; its stem may be.
func englishBare(word []byte) int {
	table := englishExceptions()
	i := bytes.IndexByte(word, '\'')
	if i <= 0 {
		return englishRules(word)
	}
	stem, ending := word[:i], word[i+1:]
	// n't takes the n before the apostrophe.
	negation := string(ending) == "t" && len(stem) > 1 && stem[len(stem)-1] == 'n'
	if negation {
		stem = stem[:len(stem)-1]
	}
	n := englishRules(stem)
	if exact, ok := table[string(stem)]; ok {
		n = int(exact)
	}
	last := stem[len(stem)-1]
	switch {
	case negation:
		// didn't and isn't have a syllable more, aren't and can't have not.
		if strings.IndexByte("dsv", last) >= 0 || last == 't' || bytes.HasSuffix(stem, []byte("ve")) {
			n++
		}
	case string(ending) == "s":
		if hisses(stem) {
			n++
		}
	case string(ending) == "ll", string(ending) == "d", string(ending) == "ve", string(ending) == "re":
		if !isVowel(last) && (string(ending) != "d" || last == 't' || last == 'd') && len(stem) > 1 {
			n++
		}
	default:
		n += max(0, groups(ending))
	}
	return n
}

// folded takes the accents off the letters that English borrows, so that é is
// a vowel that is said even at the end.
func folded(word []byte) []byte {
	for _, b := range word {
		if b >= 0x80 {
			return []byte(accents.Replace(string(word)))
		}
	}
	return word
}

var accents = strings.NewReplacer("é", "i", "è", "e", "ê", "e", "ë", "e", "á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ở", "o", "ú", "u", "ù", "u",
	"û", "u", "ü", "u", "ñ", "n", "ç", "c", "æ", "e", "œ", "e")

// hisses tells whether a plural or a possessive after the word is a syllable
// of its own.
func hisses(word []byte) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze", "dge"} {
		if bytes.HasSuffix(word, []byte(end)) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool {
	switch b {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// groups counts the runs of vowels.
func groups(word []byte) int {
	n := 0
	inside := false
	for _, b := range word {
		v := isVowel(b)
		if v && !inside {
			n++
		}
		inside = v
	}
	return n
}
