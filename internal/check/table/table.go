// Package table checks tables, which many people hear cell by cell.
package table

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, captionTwice, falseCaption, headerOfNothing, headersAttribute, noHeader, noHeadingCell,
		scope)
}
