// Package markdown documents what reading finds in the text of a page.
package markdown

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
		&check.Check{ID: "markdown/attributes", Severity: finding.Error, Load: true},
		&check.Check{ID: "markdown/dangerous-link", Severity: finding.Error, Load: true},
		&check.Check{ID: "markdown/encoding", Severity: finding.Error, Load: true},
		&check.Check{ID: "markdown/raw-html", Severity: finding.Warning, Load: true},
		&check.Check{ID: "markdown/too-costly", Severity: finding.Error, Load: true},
		&check.Check{ID: "markdown/unclosed-container", Severity: finding.Error, Load: true},
		&check.Check{ID: "markdown/unknown-container", Severity: finding.Error, Load: true},
	)
}
