// Package front documents what reading finds in front matter: the keys and
// values at the top of a file.
package front

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
	return check.Documented(pages,
		&check.Check{ID: "front/duplicate-key", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/foreign-key", Severity: finding.Warning, Load: true},
		&check.Check{ID: "front/foreign-value", Severity: finding.Warning, Load: true},
		&check.Check{ID: "front/inferred-field", Severity: finding.Warning, Load: true},
		&check.Check{ID: "front/missing-field", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/syntax", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/unknown-key", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/value", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/vocabulary", Severity: finding.Error, Load: true},
		&check.Check{ID: "front/wrong-type", Severity: finding.Error, Load: true},
	)
}
