// Package container documents what reading finds in fenced containers:
// prompts, recommendations, harms and the others.
package container

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area. Reading the files does the work; here they
// get their severity and their page.
func All() []*check.Check {
	return check.Documented(pages, elsewhere,
		&check.Check{ID: "container/harm-parts", Severity: finding.Error, Load: true},
		&check.Check{ID: "container/id", Severity: finding.Error, Load: true},
		&check.Check{ID: "container/place", Severity: finding.Error, Load: true},
		&check.Check{ID: "container/source", Severity: finding.Error, Load: true},
		&check.Check{ID: "container/value", Severity: finding.Error, Load: true},
	)
}
