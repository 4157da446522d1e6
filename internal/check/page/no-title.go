package page

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noTitle = &check.Check{
	ID:       "page/no-title",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.2", "ACT 2779a5", "axe document-title"),
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		for title := range p.Elements() {
			if title.Is("title") {
				if strings.TrimSpace(title.Text()) == "" {
					p.Found(p.At(title), "the title of the finished page, for the browser's tab, is empty")
				}
				return
			}
		}
		p.Found(p.At(p.HTML.Root), "the finished page has no title for the browser's tab")
	},
}
