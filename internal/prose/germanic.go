package prose

var (
	germanNuclei = newNuclei("aeiouyäöüéèáà", "ai ei au äu eu ie aa ee oo ay ey oi")
	dutchNuclei  = newNuclei("aeiouyéèëïöüáóú", "aai ooi oei eeu ieu eau aa ee oo uu ie eu ui oe ei ij au ou ai oi ée uw")
)

// germanSyllables counts vowel sounds. The u of qu is none, and -ien at the end
// of a noun is two (Fe-ri-en, but schien), as is -ie in the nouns below.
func germanSyllables(word []byte) int {
	n := germanNuclei.count(word) - withQ(word)
	if ends(word, "ien") && !ends(word, "hien") && len(word) > len("wien")+1 {
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

// dutchSyllables counts vowel sounds; the u of qu is none.
func dutchSyllables(word []byte) int { return max(1, dutchNuclei.count(word)-withQ(word)) }

var russianNuclei = newNuclei("аеёиоуыэюя", "")

// russianSyllables counts vowel letters: each is one syllable.
func russianSyllables(word []byte) int { return russianNuclei.count(word) }
