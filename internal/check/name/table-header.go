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
		for _, e := range t.ByRole("columnheader", "rowheader", "cell") {
			header := t.Role(e) != "cell" || is(e, "th")
			if header && !t.Hidden(e) && unsaid(t.Name(e)) {
				p.FoundOn(e, "this header of a table is empty")
			}
		}
	},
}
