package name

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var tableHeader = &check.Check{
	ID:       "name/table-header",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe empty-table-header"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			if role := t.Role(e); role != "columnheader" && role != "rowheader" || t.Hidden(e) {
				continue
			}
			if t.Name(e) == "" {
				p.FoundOn(e, "this header of a table is empty")
			}
		}
	},
}
