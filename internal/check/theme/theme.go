// Package theme documents what reading finds in a theme.
package theme

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area. Reading the theme does the work; here they
// get their severity and their page.
func All() []*check.Check {
	return check.Documented(pages,
		&check.Check{ID: "theme/words", Severity: finding.Error, Load: true},
	)
}
