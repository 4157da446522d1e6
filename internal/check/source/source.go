// Package source documents what reading finds in files and folders
// themselves, before anything in them is read.
package source

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
		&check.Check{ID: "source/case-clash", Severity: finding.Error, Load: true},
		&check.Check{ID: "source/data-file", Severity: finding.Warning, Load: true},
		&check.Check{ID: "source/file-name", Severity: finding.Error, Load: true},
		&check.Check{ID: "source/language-folder", Severity: finding.Warning, Load: true},
		&check.Check{ID: "source/symlink", Severity: finding.Error, Load: true},
		&check.Check{ID: "source/too-large", Severity: finding.Error, Load: true},
	)
}
