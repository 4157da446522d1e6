package page

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/source"
)

var duplicateID = &check.Check{
	ID:       "page/duplicate-id",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		first := map[string]source.Place{}
		for _, id := range p.Page.Doc.IDs {
			at, taken := first[id.ID]
			if !taken {
				first[id.ID] = id.At
				continue
			}
			p.Found(id.At, fmt.Sprintf("the id “%s” is already used on line %d", id.ID, at.Line))
		}
	},
}
