// Package lang checks that pages, and parts of them, name a language that
// machines know, and the one that they are in.
package lang

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, alternates, otherScript, unknownPage, unknownPart, unmarked, wrongPage, xmlMismatch, xmlUnknown)
}
