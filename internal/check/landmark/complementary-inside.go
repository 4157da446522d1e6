package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var complementaryInside = &check.Check{
	ID:       "landmark/complementary-inside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-complementary-is-top-level"),
	Output: func(p *check.OutputPass) {
		insideAnother(p, "complementary", "aside")
	},
}
