package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var mainInside = &check.Check{
	ID:       "landmark/main-inside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-main-is-top-level"),
	Output: func(p *check.OutputPass) {
		insideAnother(p, "main", "main part")
	},
}
