package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var bannerInside = &check.Check{
	ID:       "landmark/banner-inside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-banner-is-top-level"),
	Output: func(p *check.OutputPass) {
		insideAnother(p, "banner", "head of the page")
	},
}
