package landmark

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var contentinfoInside = &check.Check{
	ID:       "landmark/contentinfo-inside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-contentinfo-is-top-level"),
	Output: func(p *check.OutputPass) {
		insideAnother(p, "contentinfo", "foot of the page")
	},
}
