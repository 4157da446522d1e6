package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var severalMain = &check.Check{
	ID:       "landmark/several-main",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-no-duplicate-main"),
	Output: func(p *check.OutputPass) {
		onlyOne(p, "main", "main part")
	},
}
