package name

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A verdict says how a visible label and a name go together.
type verdict int

const (
	contained verdict = iota // the label is part of the name
	unclear                  // a person must say
	differs
)

// compare looks for a visible label in a name by the ACT rules' label in name
// algorithm. Abbreviations and other spellings are outside the rule: whether two
// texts differ only so is asked.
func compare(label, name string) verdict {
	words, spoken := wordsOf(label), wordsOf(name)
	switch {
	case len(words) == 0, within(words, spoken):
		return contained
	case len(words) == 1 && words[0] == "x":
		return contained // a cross that closes something
	case len(words) == 1 && len([]rune(words[0])) == 1 && !unicode.IsNumber([]rune(words[0])[0]):
		return unclear
	case name == "":
		return unclear
	}
	if within(wordsOf(joined(label)), wordsOf(joined(name))) || shortened(label, name, words, spoken) {
		return unclear
	}
	return differs
}

// wordsOf splits a text into words: without what is in round brackets, without
// regard to case, letters and numbers only. Scripts that put no spaces between
// words are split at every letter.
func wordsOf(text string) []string {
	text = norm.NFKD.String(cases.Fold().String(withoutBrackets(text)))
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r), unicode.IsNumber(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func withoutBrackets(text string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '(')
		end := -1
		if open >= 0 {
			end = strings.IndexByte(text[open:], ')')
		}
		if end < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:open] + " ")
		text = text[open+end+1:]
	}
}

// within says whether words follow each other in the same order in others.
func within(words, others []string) bool {
	return strings.Contains(" "+strings.Join(others, " ")+" ", " "+strings.Join(words, " ")+" ")
}

// joined takes out the hyphens, apostrophes and full stops within words, as in
// co-operate, don’t and U.S.
func joined(text string) string {
	runes := []rune(text)
	var b strings.Builder
	for i, r := range runes {
		inside := i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1])
		if inside && strings.ContainsRune("-‐‑'’.", r) || r == softHyphen {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

const softHyphen = '\u00ad'

// maxPairs bounds how many pairs of words are compared.
const maxPairs = 20000

// shortened says whether label and name are the same words, some abbreviated in
// one of them.
func shortened(label, name string, words, spoken []string) bool {
	if len(words)*len(spoken) > maxPairs {
		return false
	}
	dotted := map[string]bool{}
	for _, field := range strings.Fields(label + " " + name) {
		if word, ok := strings.CutSuffix(strings.TrimRight(field, ",;:)"), "."); ok {
			dotted[strings.ToLower(word)] = true
		}
	}
	for from := 0; from+len(words) <= len(spoken); from++ {
		if slices.EqualFunc(words, spoken[from:from+len(words)], func(a, b string) bool {
			return a == b || abbreviates(a, b, dotted) || abbreviates(b, a, dotted)
		}) {
			return true
		}
	}
	return initials(label, spoken) || initials(name, words)
}

// abbreviates says whether a is short for b: it is written with a full stop, or
// usual.
func abbreviates(a, b string, dotted map[string]bool) bool {
	if usual, ok := abbreviations[a]; ok && slices.Contains(strings.Fields(usual), b) || numeronym(a, b) {
		return true
	}
	if !dotted[a] || len(a) >= len(b) || a[0] != b[0] {
		return false
	}
	rest := b
	for i := range len(a) {
		at := strings.IndexByte(rest, a[i])
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}

// numeronym says whether a is b with the letters in the middle counted, as in
// a11y.
func numeronym(a, b string) bool {
	if len(a) < 3 || len(b) < 4 || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	count, err := strconv.Atoi(a[1 : len(a)-1])
	return err == nil && count == len(b)-2
}

// abbreviations that are written without a full stop too, and what they are
// short for.
var abbreviations = map[string]string{
	"jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
	"sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
	"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thurs": "thursday",
	"fri": "friday", "sat": "saturday", "sun": "sunday",
	"ave": "avenue", "blvd": "boulevard", "rd": "road", "st": "street saint", "dr": "drive doctor",
	"mr": "mister", "mrs": "missus", "prof": "professor", "jr": "junior", "sr": "senior",
	"hr": "hour", "hrs": "hours", "min": "minute minutes minimum", "mins": "minutes", "sec": "second seconds", "max": "maximum",
	"km": "kilometre kilometres kilometer kilometers", "kg": "kilogram kilograms", "cm": "centimetre centimetres centimeter centimeters",
	"info": "information", "tel": "telephone", "approx": "approximately", "dept": "department", "govt": "government",
	"vs": "versus", "no": "number", "nr": "number", "pp": "pages", "vol": "volume", "ed": "edition editor", "co": "company",
	"etc": "etcetera", "assn": "association", "bldg": "building", "apt": "apartment", "ft": "feet foot", "lb": "pound pounds", "lbs": "pounds",
	"oz": "ounce ounces", "mi": "mile miles", "temp": "temperature", "qty": "quantity", "config": "configuration", "app": "application",
	"inc": "incorporated", "ltd": "limited", "corp": "corporation", "univ": "university", "intl": "international",
}

// initials says whether one of the words of a text, in capitals, is made of the
// first letters of words that follow each other in the others.
func initials(text string, others []string) bool {
	letters := ""
	for _, word := range others {
		letters += string([]rune(word)[:1])
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word &&
			strings.Contains(letters, strings.ToLower(word)) {
			return true
		}
	}
	return false
}
