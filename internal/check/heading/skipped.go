package heading

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/standards"
)

var skipped = &check.Check{
	ID:       "heading/skipped",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe heading-order"),
	Source: func(p *check.SourcePass) {
		level := 1 // the page's title
		titled := map[*markdown.Container]bool{}
		for _, h := range p.Page.Doc.Headings {
			// The title of a container is shown as a heading of its own.
			if c := h.Container; c != nil && c.Title != "" && !titled[c] {
				titled[c] = true
				level = min(level+1, max(level, h.Level-1))
			}
			if h.Level > level+1 {
				p.FoundFix(h.At, fmt.Sprintf("this heading is of level %d, and the one before it is of level %d", h.Level, level),
					fmt.Sprintf("Write it with %d signs: %s.", level+1, "######"[:level+1]))
			}
			level = h.Level
		}
	},
}
