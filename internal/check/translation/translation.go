// Package translation checks that the languages of a library say the same: the
// same pieces, in the same parts, made from the words that the source has now.
package translation

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, easyUntested, idsDiffer, machine, missing, otherID, record, recordLeftover, stale, staleVital, unrecorded, withheld)
}
