package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handrail/internal/prose"
)

// closing lists, for each mark that opens a quotation, those that can close it.
// One mark may open in one language and close in another.
var closing = map[rune]string{
	'"': `"`, '“': "”", '„': "“”", '”': "”", '«': "»", '»': "«", '‹': "›", '›': "‹", '‚': "‘’",
	'‘': "’", '\'': "'", '「': "」", '『': "』", '〈': "〉", '《': "》",
}

// only are marks that open a quotation only after a space: elsewhere they
// close one, or stand for inches.
const only = `"”»›`

// Quotations finds what stands in quotation marks in a text, the marks
// included. A quotation that is never closed goes on to the end, as where a
// writer opens each paragraph of a long one. The time it takes grows with the
// text alone.
func Quotations(text string) []prose.Span {
	if !strings.ContainsAny(text, `"'“„”«»‹›‚‘「『〈《`) {
		return nil
	}
	var found []prose.Span
	before := ' '
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		ends, opens := closing[r]
		switch {
		case r == '\'' || r == '‘':
			opens = opensWord(text, i, size)
		case strings.ContainsRune(only, r):
			opens = opens && afterSpace(before)
		}
		if opens {
			if end, ok := quotationEnd(text, i+size, r, ends); ok {
				found = append(found, prose.Span{Start: i, End: end})
				before, _ = utf8.DecodeLastRuneInString(text[:end])
				i = end
				continue
			}
		}
		before, i = r, i+size
	}
	return found
}

// afterSpace tells whether a mark after r can open a quotation.
func afterSpace(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/¡¿", r)
}

// quotationEnd is where a quotation ends that opened before from.
func quotationEnd(text string, from int, open rune, ends string) (end int, ok bool) {
	single := open == '\'' || open == '‘'
	last := -1
	for i := from; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if single && r == open && i-size > from && opensWord(text, i-size, size) {
			break // the next quotation
		}
		if !strings.ContainsRune(ends, r) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i:])
		inWord := single && i < len(text) && (unicode.IsLetter(next) || unicode.IsDigit(next))
		if inWord {
			continue // an apostrophe
		}
		if !single {
			return i, true
		}
		last = i // it may be an apostrophe too: girls’
	}
	switch {
	case last > 0:
		return last, true
	case single:
		return 0, false // an apostrophe: ’tis
	}
	return len(text), true
}

// opensWord tells whether a mark at an offset stands after a space and before a
// word.
func opensWord(text string, at, size int) bool {
	before := ' '
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:at])
	}
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return afterSpace(before) && unicode.IsLetter(after)
}
