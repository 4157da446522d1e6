package consent

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

var licence = &check.Check{
	ID:       "consent/licence",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		if story, ok := p.Page.Data.(*kind.Story); ok && story.Composite && story.Irrevocable() {
			p.Found(p.Page.At("terms_of_use"), "these terms cannot be taken back by anyone whose experience is in this story")
		}
	},
}
