// Package theme documents what reading finds in a theme.
package theme

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area. Reading the theme does the work; here they
// get their severity and their page.
func All() []*check.Check {
	return check.Documented(pages,
		&check.Check{ID: "theme/contrast", Severity: finding.Error, Load: true,
			Refs: standards.ParseRefs("WCAG 1.4.3", "WCAG 1.4.6", "WCAG 1.4.11", "ACT afw4f7", "ACT 09o5cg", "axe color-contrast", "axe color-contrast-enhanced")},
		&check.Check{ID: "theme/glyphs", Severity: finding.Warning, Load: true},
		&check.Check{ID: "theme/glyphs-unseen", Severity: finding.Ask, Load: true},
		&check.Check{ID: "theme/settings", Severity: finding.Error, Load: true},
		&check.Check{ID: "theme/words", Severity: finding.Error, Load: true},
		&check.Check{ID: "theme/words-missing", Severity: finding.Error, Load: true},
	)
}
