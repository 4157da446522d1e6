// Package event checks event guides: what a host reads and what a speaker
// reads belong together.
package event

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, sheet, sheetFor)
}
