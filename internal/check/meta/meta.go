// Package meta checks what the head of a page tells the browser to do to
// readers: to load the page anew, to keep them from zooming.
package meta

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, refresh, refreshAny, viewport, viewportLarge)
}
