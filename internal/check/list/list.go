// Package list checks that lists are made of items, and items stand in lists.
package list

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, definitions, notAnItem, strayItem, strayTerm)
}
