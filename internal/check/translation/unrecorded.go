package translation

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var unrecorded = &check.Check{
	ID:       "translation/unrecorded",
	Severity: finding.Info,
	Source: func(p *check.SourcePass) {
		t := p.Page.Translation
		if t == nil || t.Record != nil || t.Behind {
			return
		}
		at := p.Page.File.At(0)
		if p.Page.Vital() {
			p.Ask(at, "does this page say the same as "+t.Source.File.Path+"? Nobody has said so yet")
			return
		}
		p.Found(at, fmt.Sprintf("nobody has said yet that this page says the same as %s, so a change there would go unnoticed here", t.Source.File.Path))
	},
}
