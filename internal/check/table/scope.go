package table

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var scope = &check.Check{
	ID:       "table/scope",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe scope-attr-valid"),
	Output: func(p *check.OutputPass) {
		for e := range p.Among(p.HTML.With("scope")) {
			if e.Namespace != dom.HTML || p.View.Tree().Hidden(e) {
				continue
			}
			switch scope := e.Keyword("scope"); {
			case !e.Is("th"):
				p.FoundOn(e, "scope means something only on a heading of a table")
			case scope != "row" && scope != "col" && scope != "rowgroup" && scope != "colgroup":
				p.FoundOn(e, fmt.Sprintf("a heading of a table is for a row or a col, not for “%s”", scope))
			}
		}
	},
}
