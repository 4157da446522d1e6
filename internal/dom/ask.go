package dom

import (
	"iter"
	"slices"
	"strings"
)

// whiteSpace is ASCII white space, all that HTML splits and trims at.
const whiteSpace = " \t\n\f\r"

// Is says whether e is an HTML element with one of the tags. It may be nil.
func (e *Element) Is(tags ...string) bool {
	return e != nil && e.Namespace == HTML && slices.Contains(tags, e.Tag)
}

// Has says whether the attribute is written.
func (e *Element) Has(name string) bool {
	_, written := e.Attribute(name)
	return written
}

// Keyword returns an attribute's value as HTML compares keywords: without white
// space around it, ASCII letters small. It is "" without the attribute.
func (e *Element) Keyword(name string) string {
	value, _ := e.Attribute(name)
	return lower(strings.Trim(value, whiteSpace))
}

// Tokens returns the words of an attribute that is a list, split at ASCII white
// space only.
func (e *Element) Tokens(name string) []string {
	value, _ := e.Attribute(name)
	return Words(value)
}

// Words splits a text at ASCII white space only, as HTML does.
func Words(s string) []string {
	var words []string
	for word := range eachWord(s) {
		words = append(words, word)
	}
	return words
}

// HasWord says whether a word is in an attribute that is a list.
func (e *Element) HasWord(name, word string) bool {
	value, _ := e.Attribute(name)
	if len(value) < len(word) {
		return false
	}
	for one := range eachWord(value) {
		if one == word {
			return true
		}
	}
	return false
}

func eachWord(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		for i := 0; i <= len(s); i++ {
			if i < len(s) && !space(s[i]) {
				continue
			}
			if from < i && !yield(s[from:i]) {
				return
			}
			from = i + 1
		}
	}
}

// Nth is the place of e among its siblings that are elements, from 1.
func (e *Element) Nth() int { return max(int(e.nth), 1) }

// Before is the element before e among its siblings, nil for the first.
func (e *Element) Before() *Element { return e.before }

// Within says whether e is top or below it.
func (e *Element) Within(top *Element) bool { return top.Index <= e.Index && e.Index < top.End }

// lower makes ASCII letters small and leaves all others, as HTML does.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
