// Package structure checks what pages are built of: headings, ids, elements of HTML.
package structure

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, blink, doubleId, headingOrder, marquee, noH1, obsolete, sameId, serverMap, shadow)
}
