package prose

import "bytes"

var (
	germanNuclei = newNuclei("aeiouyäöüéèáà", "ai ei au äu eu ie aa ee oo ay ey oi")
	dutchNuclei  = newNuclei("aeiouyéèëïöüáóú", "aai ooi oei eeu ieu eau ïe ëe aa ee oo uu ie eu ui oe ei ij au ou ai oi ée uw")
)

// germanSyllables counts vowel sounds. The u of qu is none, and -ien at the end
// of a noun is two (Fe-ri-en, but schien), as is -ie in the nouns below. Two
// vowels part behind a prefix (be-enden, ge-ehrt) and in borrowed words
// (Mu-se-um, Pa-ti-ent); a y before a vowel is a consonant (Yoga).
func germanSyllables(word []byte) int {
	n := germanNuclei.count(word) - withQ(word) + parts(word, "orient", "klient", "tient", "zient", "tienz", "zienz", "dienz")
	if begins(word, "gee") || begins(word, "been") || begins(word, "beein") || begins(word, "beeil") || begins(word, "beerd") ||
		ends(word, "eum") || ends(word, "een") && len(word) > len("een")+1 {
		n++
	}
	if len(word) > 1 && word[0] == 'y' && isVowel(word[1]) {
		n--
	}
	if ends(word, "ien") && !ends(word, "hien") && !ends(word, "knien") && len(word) > len("wien") {
		return n + 1
	}
	for _, end := range []string{"ilie", "inie", "udie", "ödie", "serie", "aktie", "materie"} {
		if ends(word, end) {
			return n + 1
		}
	}
	return max(1, n)
}

// withQ counts the letters u that only go with a q.
func withQ(word []byte) int {
	n := 0
	for i := 1; i < len(word); i++ {
		if word[i] == 'u' && word[i-1] == 'q' {
			n++
		}
	}
	return n
}

// begins tells whether a word has a beginning.
func begins(word []byte, beginning string) bool {
	return len(word) >= len(beginning) && string(word[:len(beginning)]) == beginning
}

// parts counts where some letters stand in a word.
func parts(word []byte, letters ...string) int {
	n := 0
	for _, l := range letters {
		n += bytes.Count(word, []byte(l))
	}
	return n
}

// dutchSyllables counts vowel sounds; the u of qu is none, mu-se-um has three,
// and the i of station is not heard.
func dutchSyllables(word []byte) int {
	n := dutchNuclei.count(word) - withQ(word) - parts(word, "station")
	if ends(word, "eum") {
		n++
	}
	return max(1, n)
}

var russianNuclei = newNuclei("аеёиоуыэюя", "")

// russianSyllables counts vowel letters: each is one syllable.
func russianSyllables(word []byte) int { return russianNuclei.count(word) }
