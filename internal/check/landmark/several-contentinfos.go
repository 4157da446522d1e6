package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var severalContentinfos = &check.Check{
	ID:       "landmark/several-contentinfos",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-no-duplicate-contentinfo"),
	Output: func(p *check.OutputPass) {
		onlyOne(p, "contentinfo", "foot of the page")
	},
}
