package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences appends the sentences of a block to a list: where UAX #29 divides
// it, but not after an abbreviation, a single initial or an ordinal, not
// before a lower-case letter that goes on after a closing quote or bracket,
// and not inside an address of the web. Spans leave out the white space
// between sentences.
// https://www.unicode.org/reports/tr29/#Sentence_Boundaries
func (l *Language) Sentences(list []Span, text string) []Span {
	first := len(list)
	it := sentences.FromString(text)
	goesOn := false // the last sentence of the list is not over
	for it.Next() {
		s := trimmed(text, Span{it.Start(), it.End()})
		if len(list) > first {
			if size := l.belongsBefore(text, s); size > 0 {
				list[len(list)-1].End = s.Start + size
				s = trimmed(text, Span{s.Start + size, s.End})
			}
		}
		if s.Start == s.End {
			continue
		}
		if len(list) > first && (goesOn || l.continues(list[len(list)-1].In(text), s.In(text)) || insideAddress(text, s.Start)) {
			list[len(list)-1].End = s.End
		} else {
			list = append(list, s)
		}
		goesOn = l.abbreviated(list[len(list)-1].In(text), text[s.End:])
	}
	return list
}

// belongsBefore returns how many bytes at the start of a piece still belong to
// the sentence before it: a French quote after its space, « Venez ! », or the
// mark of a note right after the full stop, "It is so.[1]".
func (l *Language) belongsBefore(text string, s Span) int {
	piece := s.In(text)
	if l.spacedQuotes && strings.HasPrefix(piece, "»") {
		return len("»")
	}
	if s.Start > 0 && !spaceBefore(text, s.Start) {
		rest := strings.TrimLeftFunc(piece, unicode.IsNumber)
		if size := len(piece) - len(rest); size > 0 {
			rest = strings.TrimLeft(rest, "])")
			if size = len(piece) - len(rest); rest == "" || unicode.IsSpace(firstRune(rest)) {
				return size
			}
		}
	}
	return 0
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// spaceBefore tells whether white space stands before a place in a text.
func spaceBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsSpace(r)
}

// insideAddress tells whether a place stands within a token such as
// https://example.org/?q=tea, whose signs end no sentence.
func insideAddress(text string, at int) bool {
	if at == 0 || spaceBefore(text, at) {
		return false
	}
	before := lastWord(text[:at])
	return strings.Contains(before, "://") || strings.HasPrefix(before, "www.") || strings.Contains(before, "@")
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
		return strings.ContainsRune(`"'”’»›“‘«‹)]`, last)
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
// its sentence, when after is what follows it.
func (l *Language) abbreviated(piece, after string) bool {
	if !strings.HasSuffix(piece, ".") {
		return false
	}
	word := lastWord(piece)
	bare := strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if i := strings.LastIndexAny(bare, "'’"); i >= 0 { // dell’art. 5, l'avv. Neri
		_, size := utf8.DecodeRuneInString(bare[i:])
		bare = bare[i+size:]
	}
	before := lastWord(strings.TrimRightFunc(piece[:len(piece)-len(word)], unicode.IsSpace))
	switch {
	case l.numbered[bare]:
		next := strings.TrimLeftFunc(after, unicode.IsSpace)
		return next != "" && unicode.IsNumber(firstRune(next))
	case bare == "I." && l.spell:
		return !withI[before] // "She knew more than I." is no initial
	case l.stops[bare], initial(bare):
		return true
	case l.ordinals && ordinal(bare):
		return dated[strings.ToLower(strings.TrimLeft(before, "(„»"))] || months[lettersOf(firstWord(after))]
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

func firstWord(s string) string {
	for word := range strings.FieldsSeq(s) {
		return word
	}
	return ""
}

func lettersOf(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// lastWord returns what stands after the last white space.
func lastWord(piece string) string {
	return piece[strings.LastIndexFunc(piece, unicode.IsSpace)+1:]
}

// initial tells whether a word is one capital letter and a full stop, or two
// of them, as in J.-P. Roy and J.K. Lane.
func initial(word string) bool {
	for range 2 {
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || len(word) == size || word[size] != '.' {
			return false
		}
		if word = strings.TrimPrefix(word[size+1:], "-"); word == "" {
			return true
		}
	}
	return false
}

// ordinal tells whether a word is a number of one or two digits and a full
// stop.
func ordinal(word string) bool {
	digits := strings.TrimSuffix(word, ".")
	return (len(digits) == 1 || len(digits) == 2) && strings.Trim(digits, "0123456789") == ""
}
