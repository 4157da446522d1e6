// Package bypass checks that readers can get past what every page repeats.
package bypass

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, noHeading, noLandmark, noSkipLink, none)
}
