package list

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var strayItem = &check.Check{
	ID:       "list/stray-item",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe listitem"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		for e := range p.All("li") {
			if e.Has("role") || tree.Hidden(e) {
				continue
			}
			switch up := e.Parent; {
			case !up.Is("ul", "ol", "menu", "dir"):
				if role, ok := tree.Explicit(up); !ok || role != "list" {
					p.FoundOn(e, "this item stands in no list")
				}
			case up.Has("role"):
				if role := tree.Role(up); role != "list" && role != "none" {
					p.FoundOn(e, "this item stands in something that is no list to assistive technology")
				}
			}
		}
	},
}
