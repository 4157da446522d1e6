package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
)

// A token is one word of a sentence, in lower case.
type token struct {
	word string
	prose.Span
}

// tokens returns the words of a sentence, with their places in the passage.
func tokens(list []token, x *site.Passage, s site.Sentence) []token {
	text := s.In(x.Text)
	for w := range prose.Words(text) {
		word := strings.ToLower(w.In(text))
		if strings.Contains(word, "’") {
			word = strings.ReplaceAll(word, "’", "'")
		}
		list = append(list, token{word, prose.Span{Start: s.Start + w.Start, End: s.Start + w.End}})
	}
	return list
}

// eachSentence gives the words of every sentence that the network wrote in a
// language. The list is used again: do not keep it.
func eachSentence(passages []site.Passage, language string, f func(x *site.Passage, list []token)) {
	var list []token
	for _, x := range ours(passages) {
		if primary(x.Lang) != language {
			continue
		}
		for _, s := range x.Sentences {
			list = tokens(list[:0], x, s)
			f(x, list)
		}
	}
}

// spared tells whether a part of a passage is no wording of the network's:
// somebody's own words, code, an address.
func spared(x *site.Passage, part prose.Span) bool {
	return len(x.Own) > 0 && x.OwnWords(part) || x.Marked(part, markdown.Code|markdown.Address)
}

// A phrasebook finds phrases by their first word.
type phrasebook map[string][]phrase

// A phrase is some words in a row, and an index into what it means.
type phrase struct {
	rest []string
	id   int
}

// add puts a phrase into the book.
func (b phrasebook) add(words string, id int) {
	fields := strings.Fields(words)
	if len(fields) > 0 {
		b[fields[0]] = append(b[fields[0]], phrase{fields[1:], id})
	}
}

// at returns the longest phrase that begins at a word, and how many words it
// has; none where there is none.
func (b phrasebook) at(list []token, i int) (id, length int) {
	for _, p := range b[list[i].word] {
		if len(p.rest)+1 > length && follows(list[i+1:], p.rest) {
			id, length = p.id, len(p.rest)+1
		}
	}
	return id, length
}

func follows(list []token, rest []string) bool {
	if len(list) < len(rest) {
		return false
	}
	for i, word := range rest {
		if list[i].word != word {
			return false
		}
	}
	return true
}

// find reports each phrase of the book in the network's text of a language.
func (b phrasebook) find(passages []site.Passage, language string, found func(x *site.Passage, id int, part prose.Span)) {
	eachSentence(passages, language, func(x *site.Passage, list []token) {
		for i := 0; i < len(list); {
			id, length := b.at(list, i)
			if length == 0 {
				i++
				continue
			}
			part := prose.Span{Start: list[i].Start, End: list[i+length-1].End}
			if !spared(x, part) && !(i > 0 && capital(part.In(x.Text))) {
				found(x, id, part)
			}
			i += length
		}
	})
}

// capital tells whether a word begins with a capital letter, as names do.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
