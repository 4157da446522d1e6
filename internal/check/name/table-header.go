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
			role := t.Role(e)
			header := role == "columnheader" || role == "rowheader" || is(e, "th") && role == "cell"
			if header && !t.Hidden(e) && unsaid(t.Name(e)) {
				p.FoundOn(e, "this header of a table is empty")
			}
		}
	},
}
