package hidden

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var focusable = &check.Check{
	ID:       "hidden/focusable",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "WCAG 1.3.1", "ACT 6cfa84", "axe aria-hidden-focus"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		end := 0 // of what is hidden
		for _, e := range p.HTML.Elements {
			if keyword(e, "aria-hidden") == "true" {
				end = max(end, e.End)
			}
			if e.Index >= end || !t.TabStop(e) {
				continue
			}
			if has(e, "onfocus") {
				p.AskOn(e, "the keyboard reaches this element, which screen readers are not told of; does its script hand the focus on?")
				continue
			}
			p.FoundOn(e, "the keyboard reaches this element, and screen readers are not told of it")
		}
	},
}
