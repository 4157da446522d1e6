package guide

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

var processNotes = &check.Check{
	ID:       "guide/process-notes",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		data, ok := p.Page.Data.(*kind.Guide)
		if !ok || !data.ProcessNotes {
			return
		}
		for _, h := range p.Page.Doc.Headings {
			if h.ID == "process-notes" {
				return
			}
		}
		p.Found(p.Page.At("process_notes"), "this guide promises notes about how it was made, and has none")
	},
}
