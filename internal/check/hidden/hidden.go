// Package hidden checks that what is said to be hidden or mere decoration is so
// for everybody: the keyboard reaches nothing that a screen reader isn't told of.
package hidden

import (
	"embed"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, body, decorative, focusable, frameFocus, nestedControl, summaryControl)
}

func is(e *dom.Element, tags ...string) bool {
	return e != nil && e.Namespace == dom.HTML && slices.Contains(tags, e.Tag)
}

func attribute(e *dom.Element, name string) string {
	value, _ := e.Attribute(name)
	return value
}

// keyword returns a value that is compared without regard to case.
func keyword(e *dom.Element, name string) string {
	return strings.ToLower(strings.Trim(attribute(e, name), " \t\n\f\r"))
}

func has(e *dom.Element, name string) bool {
	_, written := e.Attribute(name)
	return written
}
