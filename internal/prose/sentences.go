package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences appends the sentences of a block to a list: where UAX #29 divides
// it, but not after an abbreviation, a single initial or an ordinal, and not
// before a lower-case letter that goes on after a closing quote or bracket.
// Spans leave out the white space between sentences.
// https://www.unicode.org/reports/tr29/#Sentence_Boundaries
func (l *Language) Sentences(list []Span, text string) []Span {
	first := len(list)
	it := sentences.FromString(text)
	goesOn := false // the last sentence of the list is not over
	for it.Next() {
		s := trimmed(text, Span{it.Start(), it.End()})
		if len(list) > first && l.spacedQuotes && strings.HasPrefix(s.In(text), "»") {
			list[len(list)-1].End = s.Start + len("»")
			s = trimmed(text, Span{s.Start + len("»"), s.End})
		}
		if s.Start == s.End {
			continue
		}
		if len(list) > first && (goesOn || l.continues(list[len(list)-1].In(text), s.In(text))) {
			list[len(list)-1].End = s.End
		} else {
			list = append(list, s)
		}
		goesOn = l.abbreviated(list[len(list)-1].In(text))
	}
	return list
}

func trimmed(text string, s Span) Span {
	piece := text[s.Start:s.End]
	s.End = s.Start + len(strings.TrimRightFunc(piece, unicode.IsSpace))
	s.Start += len(piece) - len(strings.TrimLeftFunc(piece, unicode.IsSpace))
	if s.Start > s.End {
		s.Start = s.End
	}
	return s
}

// continues tells whether a piece goes on with the sentence before it, as in
// "Do I have to?" she asked, or the break is inside an abbreviation, as in
// n. Chr.
func (l *Language) continues(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsLower(next) {
		return strings.ContainsRune(`"'”’»›)]`, last)
	}
	if last != '.' || len(l.stops) == 0 {
		return false
	}
	word, _, _ := strings.Cut(after, " ")
	from := len(before)
	for range 2 {
		rest := strings.TrimRight(before[:from], " \u00a0")
		from = len(rest) - len(lastWord(rest))
		if from < len(rest) && l.stops[before[from:]+" "+word] {
			return true
		}
	}
	return false
}

// abbreviated tells whether a piece ends with a full stop that does not end
// its sentence.
func (l *Language) abbreviated(piece string) bool {
	if !strings.HasSuffix(piece, ".") {
		return false
	}
	word := lastWord(piece)
	bare := strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if l.stops[bare] || initial(bare) || l.ordinals && ordinal(bare) && len(piece) > len(word) {
		return true
	}
	// Some are written with spaces: "z. B.", "n. Chr.", "до н. э."
	for range 2 {
		rest := strings.TrimRight(piece[:len(piece)-len(word)], " \u00a0")
		if rest == "" {
			return false
		}
		word = piece[len(rest)-len(lastWord(rest)):]
		if l.stops[strings.ReplaceAll(word, "\u00a0", " ")] {
			return true
		}
	}
	return false
}

// lastWord returns what stands after the last white space.
func lastWord(piece string) string {
	return piece[strings.LastIndexFunc(piece, unicode.IsSpace)+1:]
}

// initial tells whether a word is one capital letter and a full stop.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && len(word) == size+1 && unicode.IsUpper(r)
}

// ordinal tells whether a word is a number of one or two digits and a full
// stop.
func ordinal(word string) bool {
	digits := strings.TrimSuffix(word, ".")
	return (len(digits) == 1 || len(digits) == 2) && strings.Trim(digits, "0123456789") == ""
}
