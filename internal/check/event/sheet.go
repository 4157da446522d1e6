package event

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

var sheet = &check.Check{
	ID:       "event/sheet",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		if data, ok := p.Page.Data.(*kind.Event); ok && data.Role == "host" && p.Page.Pair == nil {
			p.FoundFix(p.Page.At("role"), "this host's guide has no sheet for the speaker",
				`Write another event page with role = "speaker" and sheet_for = "`+p.Page.Common().ID+`".`)
		}
	},
}
