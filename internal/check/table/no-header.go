package table

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noHeader = &check.Check{
	ID:       "table/no-header",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe empty-table-header"),
	Source: func(p *check.SourcePass) {
		for _, t := range p.Page.Doc.Tables {
			var silent []int
			for i, words := range t.Header {
				if strings.TrimSpace(words) == "" {
					silent = append(silent, i+1)
				}
			}
			switch {
			case len(silent) == 0, len(silent) == 1 && silent[0] == 1 && len(t.Header) > 1:
				// The corner above a column of names may stay empty.
			case len(silent) == len(t.Header):
				p.Found(t.At, "the columns of this table have no headings")
			default:
				p.Found(t.At, fmt.Sprintf("column %d of this table has no heading", silent[len(silent)-1]))
			}
		}
	},
}
