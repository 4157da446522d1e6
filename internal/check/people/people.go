// Package people keeps the list of what no machine can judge. It is in every
// report, page by page, and nothing on it ever counts as passed.
package people

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, judge)
}
