package hidden

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var body = &check.Check{
	ID:       "hidden/body",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "WCAG 4.1.2", "axe aria-hidden-body"),
	Output: func(p *check.OutputPass) {
		for _, e := range p.HTML.All("html", "body") {
			if is(e, "html", "body") && keyword(e, "aria-hidden") == "true" {
				p.FoundOn(e, "the whole page is hidden from screen readers")
			}
		}
	},
}
