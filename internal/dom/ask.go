package dom

import (
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
	return strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(whiteSpace, r) })
}

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
