// Package heading checks the headings of pages, by which many people find
// their way.
package heading

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, empty, secondH1, skipped)
}
