// Package consent checks that nothing about a person is shown which that person
// did not approve in exactly these words and pictures. Nothing silences its
// checks.
package consent

import (
	"embed"

	"handrail/internal/check"
	"handrail/internal/finding"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, expired, irrevocable, lapsed, licence, mentioned, missing, paid, paused, recheck, record, review, revoked, scope)
}

// judged is a check of what is found while pages are compared with their
// approvals. The approvals themselves are private, so no check reads them.
func judged(id string, severity finding.Severity) *check.Check {
	return &check.Check{ID: id, Severity: severity, Final: true, Load: true}
}
