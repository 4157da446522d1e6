package aria

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var comboboxList = &check.Check{
	ID:       "aria/combobox-list",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-required-attr"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			if role, _ := t.Explicit(e); role != "combobox" || is(e, "select") || t.Role(e) != role || !told(t, e) {
				continue
			}
			if keyword(e, "aria-expanded") == "true" && blank(attribute(e, "aria-controls")) {
				p.FoundOn(e, "this combobox is open, and aria-controls does not say which list belongs to it")
			}
		}
	},
}
