package heading

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var empty = &check.Check{
	ID:       "heading/empty",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "WCAG 2.4.6", "ACT ffd0e9", "axe empty-heading"),
	Source: func(p *check.SourcePass) {
		for _, h := range p.Page.Doc.Headings {
			if strings.TrimSpace(h.Text) == "" {
				p.Found(h.At, "this heading has no words")
			}
		}
	},
}
