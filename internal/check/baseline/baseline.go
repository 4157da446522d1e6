// Package baseline documents what can be wrong with a baseline: the list of
// findings that a site will mend later.
package baseline

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area. Holding findings does the work; here they
// get their severity and their page.
func All() []*check.Check {
	return check.Documented(pages,
		&check.Check{ID: "baseline/expired", Severity: finding.Error, Load: true},
		&check.Check{ID: "baseline/no-reason", Severity: finding.Warning, Load: true},
		&check.Check{ID: "baseline/not-allowed", Severity: finding.Error, Load: true},
		&check.Check{ID: "baseline/unused", Severity: finding.Warning, Load: true},
	)
}
