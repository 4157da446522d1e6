// Package ignore documents what can be wrong with an ignore: a comment or a
// part of the configuration that silences a check.
package ignore

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area. Silencing the others does the work; here
// they get their severity and their page.
func All() []*check.Check {
	return check.Documented(pages,
		&check.Check{ID: "ignore/expired", Severity: finding.Error, Load: true},
		&check.Check{ID: "ignore/no-reason", Severity: finding.Error, Load: true},
		&check.Check{ID: "ignore/not-allowed", Severity: finding.Error, Load: true},
		&check.Check{ID: "ignore/unknown-check", Severity: finding.Error, Load: true},
		&check.Check{ID: "ignore/unused", Severity: finding.Warning, Load: true},
	)
}
