package axtree

import (
	"strings"

	"handrail/internal/dom"
)

const space = " \t\n\f\r"

// trim takes ASCII white space off both ends. A no-break space stays: it is a
// character that somebody meant.
func trim(s string) string { return strings.Trim(s, space) }

// blank says that there is nothing but ASCII white space.
func blank(s string) bool { return trim(s) == "" }

// collapse makes one space of each run of ASCII white space and trims the ends.
func collapse(s string) string {
	return strings.Join(tokens(s), " ")
}

// tokens splits at ASCII white space only, as HTML does for lists of words.
func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(space, r) })
}

// lower makes ASCII letters small and leaves all others: that is how HTML
// compares keywords. (strings.ToLower would turn the Kelvin sign into a k.)
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// attribute returns the value of an attribute, "" without one.
func attribute(e *dom.Element, name string) string {
	value, _ := e.Attribute(name)
	return value
}

// keyword returns a value that is compared without regard to case.
func keyword(e *dom.Element, name string) string { return lower(trim(attribute(e, name))) }

func has(e *dom.Element, name string) bool {
	_, written := e.Attribute(name)
	return written
}

// is says whether e is an HTML element with one of the tags.
func is(e *dom.Element, tags ...string) bool {
	if e == nil || e.Namespace != dom.HTML {
		return false
	}
	for _, tag := range tags {
		if e.Tag == tag {
			return true
		}
	}
	return false
}

// child returns the first child element with that tag, in e's own namespace.
func child(e *dom.Element, tag string) *dom.Element {
	for _, c := range e.Children {
		if c.Element != nil && c.Element.Tag == tag && c.Element.Namespace == e.Namespace {
			return c.Element
		}
	}
	return nil
}

// inputType returns the type of an input element: "text" if the written one is
// no keyword of HTML 4.10.5.
func inputType(e *dom.Element) string {
	switch kind := keyword(e, "type"); kind {
	case "button", "checkbox", "color", "date", "datetime-local", "email", "file", "hidden", "image", "month",
		"number", "password", "radio", "range", "reset", "search", "submit", "tel", "time", "url", "week":
		return kind
	}
	return "text"
}

// linked says whether an element with an href is a link: in SVG the older
// xlink:href does too.
func linked(e *dom.Element) bool {
	return has(e, "href") || e.Namespace == dom.SVG && has(e, "xlink:href")
}
