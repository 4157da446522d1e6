package prose

import (
	"bytes"
	"strings"
)

var frenchNuclei = newNuclei("aeiouyàâéèêëîïôöùûüœæ", "eau eaux œu œi oeu aou aoû ai aî au ei eu eû oi oî ou oû où ui ue uê uy ay ey oy ia ie iè io iou ieu iai ua uo uoi oui ouai aie oie eui euil ueil")

// frenchSyllables counts what is heard in careful speech: the e at the end,
// also before an s or before the nt of a verb, is silent in a word that has
// another vowel, and the u of qu and gue is none.
func frenchSyllables(word []byte) int {
	// What an apostrophe cut short has no vowel of its own: l'école.
	for i, b := range word {
		if b == '\'' && i < len(word)-1 {
			return frenchElided(word[:i]) + frenchSyllables(word[i+1:])
		}
	}
	var room [48]byte
	plain := room[:0]
	for i, b := range word {
		if b == 'u' && i > 0 && i+1 < len(word) && (word[i-1] == 'q' || word[i-1] == 'g' && (word[i+1] == 'e' || word[i+1] == 'i')) {
			continue
		}
		plain = append(plain, b)
	}
	n := frenchNuclei.count(plain) + frenchParted(plain) - frenchSoft(plain)
	if n < 2 {
		return 1
	}
	switch {
	case ends(plain, "ent"):
		if !frenchNoun(plain) && consonantOrI(plain, 4) {
			n--
		}
	case ends(plain, "es"):
		if consonantOrI(plain, 3) {
			n--
		}
	case ends(plain, "e"):
		if consonantOrI(plain, 2) {
			n--
		}
	}
	return n
}

// frenchParted counts the i before a vowel that is a syllable of its own, since
// two consonants stand before it: cli-ent, ou-vri-er, but ou-blie. The y of pays
// is one, too.
func frenchParted(word []byte) int {
	n := 0
	for i := 2; i+1 < len(word); i++ {
		if word[i] != 'i' || word[i-1] != 'l' && word[i-1] != 'r' || strings.IndexByte("bcdfgptv", word[i-2]) < 0 {
			continue
		}
		switch rest := string(word[i+1:]); {
		case rest == "e", rest == "es", rest[0] < 0x80 && !isVowel(rest[0]), strings.HasPrefix(rest, "ç"):
		default:
			n++
		}
	}
	if bytes.Contains(word, []byte("pays")) {
		n++
	}
	return n
}

// frenchSoft counts the e that only softens a g: man-geons.
func frenchSoft(word []byte) int {
	return bytes.Count(word, []byte("geo")) + bytes.Count(word, []byte("gea"))
}

// consonantOrI tells whether the letter that many places from the end is no
// vowel, so that the e after it is a syllable if it is said at all.
func consonantOrI(word []byte, back int) bool {
	if len(word) < back {
		return false
	}
	b := word[len(word)-back]
	return !isVowel(b) && b < 0x80 || b >= 0x80 && ends(word[:len(word)-back+1], "ç") || b >= 0x80 && endsAccented(word[:len(word)-back+1])
}

// endsAccented tells whether a piece ends with é, as in née: the e after it is
// silent too.
func endsAccented(word []byte) bool { return ends(word, "é") || ends(word, "û") || ends(word, "ï") }

// frenchNoun tells whether -ent is said: souvent, moment, argent.
func frenchNoun(word []byte) bool {
	for _, end := range []string{"ment", "vent", "gent", "dent", "cent", "lent", "sent", "tent", "rent", "ient", "quent", "érent"} {
		if ends(word, end) {
			return !frenchVerb(word)
		}
	}
	return false
}

// frenchVerb lists the commonest verbs whose ending looks like a noun's.
func frenchVerb(word []byte) bool {
	for _, end := range []string{"aiment", "peuvent", "doivent", "reçoivent", "vivent", "écrivent", "suivent", "arrivent", "trouvent", "gardent", "demandent",
		"regardent", "aident", "décident", "rendent", "perdent", "entendent", "attendent", "parlent", "veulent", "travaillent", "appellent", "laissent", "pensent",
		"disent", "lisent", "passent", "utilisent", "finissent", "existent", "restent", "racontent", "comptent", "portent", "mettent", "acceptent", "écoutent",
		"montrent", "offrent", "entrent", "rencontrent", "voient", "croient", "aient", "oient", "èrent", "urent", "irent", "nomment", "forment", "changent", "mangent", "obligent"} {
		if ends(word, end) {
			return true
		}
	}
	return false
}

func frenchElided(word []byte) int {
	n := frenchNuclei.count(word)
	if ends(word, "qu") {
		n-- // jusqu', lorsqu'
	}
	return max(0, n)
}
