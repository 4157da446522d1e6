package prose

import "strings"

// englishRules counts the syllables of a word from its spelling alone.
func englishRules(word []byte) int {
	n := 0
	for i := 0; i < len(word); i++ {
		if !soundsAsVowel(word, i) {
			continue
		}
		if i == 0 || !soundsAsVowel(word, i-1) || parted(word, i) {
			n++
		}
	}
	n -= silent(word)
	if len(word) > 3 && word[0] == 'm' && word[1] == 'c' {
		n++ // Mc-Cain
	}
	switch {
	case ends(word, "sm") && n > 0, ends(word, "thm"):
		n++ // rac-is-m, rhyth-m
	case ends(word, "sms"):
		n++
	case ends(word, "ically"):
		n-- // ba-sic-ly
	}
	return max(1, n)
}

func ends(word []byte, end string) bool {
	return len(word) >= len(end) && string(word[len(word)-len(end):]) == end
}

func at(word []byte, i int) byte {
	if i < 0 || i >= len(word) {
		return 0
	}
	return word[i]
}

// soundsAsVowel tells whether a letter is a vowel where it stands: y before a
// vowel, at the start or between vowels, is none, and neither is the u of qu.
func soundsAsVowel(word []byte, i int) bool {
	switch word[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return at(word, i-1) != 'q' && !(at(word, i-1) == 'g' && i > 1 && isVowel(at(word, i+1)) && at(word, i+1) != 'y')
	case 'y':
		next := at(word, i+1)
		vowelNext := next == 'a' || next == 'e' || next == 'i' || next == 'o' || next == 'u'
		if i == 0 {
			return !vowelNext
		}
		return !vowelNext || !isVowel(word[i-1])
	}
	return false
}

// parted tells whether a vowel begins a syllable although a vowel stands
// before it.
func parted(word []byte, i int) bool {
	before, here, next := word[i-1], word[i], at(word, i+1)
	if i+3 == len(word) && string(word[i:]) == "ing" {
		return true // go-ing
	}
	switch before {
	case 'i':
		return partedAfterI(word, i)
	case 'e':
		switch here {
		case 'o':
			return next != 'u' && !(next == 'n' && at(word, i-2) == 'g') || next == 'u' && at(word, i-2) != 'g' && at(word, i-2) != 'c'
		case 'a':
			return i == 2 && word[0] == 'r' && (next == 'c' && at(word, i+2) == 't' || next == 'f' || next == 'p' && at(word, i+2) == 'p') || // re-act
				i+1 == len(word) && len(word) > 3 || // ide-a, are-a
				next == 't' && (at(word, i-2) == 'r' && at(word, i-3) == 'c') || // cre-ate
				i+2 == len(word) && next == 'n' && at(word, i-2) != 'c' && at(word, i-2) != 'l' && len(word) > 5 || // Europe-an
				string(word[i+1:min(len(word), i+4)]) == "lit" // re-ality
		case 'i':
			return i == 2 && word[0] == 'r' && next == 'n' && at(word, i+2) != 'd' && at(word, i+2) != 0 || string(word[i:]) == "ism"
		case 'e':
			return i == 2 && word[0] == 'r' && (next == 'n' || next == 'l' && at(word, i+2) == 'e' || next == 'x' || next == 'v')
		case 'u':
			return i+2 == len(word) && next == 'm' || i == 2 && word[0] == 'r' && next == 'n' || i+2 == len(word) && next == 's' && at(word, i-2) != 'e'
		}
	case 'u':
		switch here {
		case 'a':
			return at(word, i-2) != 'q' && at(word, i-2) != 'g' && !(at(word, i-2) == 's' && i > 2)
		case 'e':
			return i+1 < len(word) && at(word, i-2) != 'q' && at(word, i-2) != 'g' && (next == 'l' || next == 'n' || next == 't' || (next == 'r' || next == 's' && at(word, i+2) == 't') && i > 2)
		case 'i':
			return next == 't' && (at(word, i+2) == 'y' || at(word, i+2) == 'o' || at(word, i+2) == 'i') || next == 'n' && at(word, i-2) == 'r' || next == 'd' && at(word, i-2) == 'l'
		case 'o':
			return at(word, i-2) != 'q' && next != 'y'
		case 'u':
			return true
		}
	case 'o':
		switch here {
		case 'e':
			return (next == 't' || next == 'm' || next == 'l' && i+2 == len(word)) && i < 4 || next == 'n' || next == 'r' && i > 2
		case 'i':
			return next == 'c' && i > 2 && at(word, i-2) != 'h' && at(word, i-2) != 'v' || string(word[i:]) == "ism" || string(word[i:]) == "ist"
		case 'a':
			return i == 2 && word[0] == 'c' && next != 'c' && next != 't' && next != 'l' && next != 's' && next != 'x' || next == 0 && i > 2
		case 'o':
			return i == 2 && word[0] == 'c' && (next == 'p' || next == 'r') && len(word) > 5 || i == 2 && word[0] == 'z'
		}
	case 'a':
		switch here {
		case 'o':
			return true
		case 'i':
			return next == 'c' && at(word, i-2) != 'w' || string(word[i:]) == "ism"
		case 'e':
			return next == 'l' || next == 'r' && i == 1
		}
	case 'y':
		return here != 'y' && !isVowel(at(word, i-2))
	}
	return false
}

// partedAfterI is parted after an i.
func partedAfterI(word []byte, i int) bool {
	here, next, soft := word[i], at(word, i+1), at(word, i-2)
	switch here {
	case 'o':
		switch {
		case next == 'n' || next == 'u' && at(word, i+2) == 's':
			// na-tion, re-gion, gra-cious, mil-lion; but vi-o-lin, li-on, se-ri-ous
			switch soft {
			case 't', 's', 'c', 'g', 'x':
				return false
			case 'l':
				return at(word, i-3) != 'l'
			case 'n':
				return next == 'u'
			}
			return true
		}
		return true
	case 'a':
		// so-cial, par-tial, mu-si-cian; but so-ci-a-ble, di-al
		if soft == 'c' || soft == 't' || soft == 'g' || soft == 's' && at(word, i-3) != 0 {
			if next == 'l' && at(word, i+2) != 'i' {
				return soft != 'c' && soft != 't' || i == 2
			}
			if next == 'n' {
				return i == 2 // mu-si-cian, but A-sian
			}
		}
		return !(next == 'g' && at(word, i+2) == 'e') // mar-riage
	case 'e':
		switch next {
		case 't':
			return true // qui-et
		case 'r':
			return i > 2 && !(soft == 'd' && at(word, i-3) == 'l')
		case 'n':
			return soft != 'c' && soft != 't' && soft != 'r' || at(word, i-3) == 0
		case 's':
			return at(word, i+2) == 't' && i > 2
		}
		return false
	case 'u', 'i':
		return true
	}
	return false
}

// silent counts the letters e that nobody says.
func silent(word []byte) int {
	n := 0
	stem := word
	if end := suffix(stem); end > 0 && len(stem)-end > 2 {
		stem = stem[:len(stem)-end]
		if muteEnd(stem) {
			n++
		}
	} else {
		switch {
		case ends(stem, "es"):
			if muteBeforeS(stem[:len(stem)-1]) {
				n++
			}
		case ends(stem, "ed"):
			if muteBeforeD(stem) {
				n++
			}
		case muteEnd(stem):
			n++
		}
	}
	return n + inside(word)
}

// suffix is the length of an ending that leaves the e before it silent.
func suffix(word []byte) int {
	for _, end := range []string{"ly", "ment", "ments", "ful", "fully", "less", "lessly", "lessness", "ness", "fulness", "some", "ty"} {
		if ends(word, end) && at(word, len(word)-len(end)-1) == 'e' {
			return len(end)
		}
	}
	return 0
}

// muteEnd tells whether the e at the end is silent: safe, but not the, table.
func muteEnd(word []byte) bool {
	n := len(word)
	if n < 3 || word[n-1] != 'e' {
		return false
	}
	before := word[n-2]
	if before == 'u' && (word[n-3] == 'q' || word[n-3] == 'g') {
		return groups(word[:n-3]) > 0
	}
	if isVowel(before) && before != 'y' {
		return false // it is part of their sound
	}
	if before == 'l' && !isVowel(word[n-3]) && word[n-3] != 'l' && word[n-3] != 'r' {
		return false // ta-ble
	}
	if before == 'y' && isVowel(at(word, n-3)) {
		return true // eye
	}
	return groups(word[:n-1]) > 0
}

// muteBeforeS is muteEnd before an s: it stays silent unless the s hisses.
func muteBeforeS(word []byte) bool { return muteEnd(word) && !hissesE(word) }

func hissesE(word []byte) bool {
	n := len(word)
	switch word[n-2] {
	case 's', 'z', 'x', 'c', 'g':
		return true
	case 'h':
		return word[n-3] == 'c' || word[n-3] == 's'
	}
	return false
}

// muteBeforeD tells whether the e of -ed is silent: asked, but not wanted.
func muteBeforeD(word []byte) bool {
	n := len(word)
	if n < 4 {
		return false
	}
	before := word[n-3]
	if before == 't' || before == 'd' || isVowel(before) && before != 'y' && before != 'u' {
		return false
	}
	if before == 'u' && word[n-4] != 'g' && word[n-4] != 'q' {
		return false
	}
	if before == 'l' && !isVowel(word[n-4]) && word[n-4] != 'l' && word[n-4] != 'r' && word[n-4] != 'w' {
		return false // han-dled
	}
	if before == 'r' && !isVowel(word[n-4]) && word[n-4] != 'r' && n > 4 && word[n-4] != 'h' {
		return false // hund-red
	}
	return groups(word[:n-2]) > 0
}

// inside counts the silent e of first parts of compounds: some-one.
func inside(word []byte) int {
	for n := 3; n <= 5 && n < len(word)-1; n++ {
		if word[n-1] != 'e' || !firstParts[string(word[:n])] {
			continue
		}
		if isVowel(word[n]) && !(word[n] == 'o' && string(word[:n]) == "some") || endings[string(word[n:])] {
			return 0
		}
		return 1
	}
	return 0
}

// endings make no compound; silent counts the e before them.
var endings = set("ly st ness less ful fully ment ments rs")

// firstParts end in a silent e, also within a longer word.
var firstParts = set("some home house there where here fore safe time life base side make take care name note line space " +
	"wise like love more face game gate store whole white close fire horse stone noise shake wire smoke grape pipe tape " +
	"bare hare fare ware date race spare blue fuse nine five force use snake wave grave cave lake")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
