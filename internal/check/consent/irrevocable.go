package consent

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

// https://creativecommons.org/faq/#what-if-i-change-my-mind-about-using-a-cc-license
var irrevocable = &check.Check{
	ID:       "consent/irrevocable",
	Severity: finding.Error,
	Final:    true,
	Source: func(p *check.SourcePass) {
		if story, ok := p.Page.Data.(*kind.Story); ok && !story.Composite && story.Irrevocable() {
			p.Found(p.Page.At("terms_of_use"), "these terms cannot be taken back, so they do not fit a personal story")
		}
	},
}
