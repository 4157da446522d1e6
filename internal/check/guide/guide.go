// Package guide checks what guides promise: process notes, and what
// organisations say about their recommendations.
package guide

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, processNotes, tracking)
}
