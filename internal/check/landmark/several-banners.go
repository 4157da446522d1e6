package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var severalBanners = &check.Check{
	ID:       "landmark/several-banners",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-no-duplicate-banner"),
	Output: func(p *check.OutputPass) {
		onlyOne(p, "banner", "head of the page")
	},
}
