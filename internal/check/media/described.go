package media

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var described = &check.Check{
	ID:       "media/described",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.2.3", "WCAG 1.2.5", "ACT c5a4ea"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("video") {
			if loads(e) && !p.View.Tree().Hidden(e) && !hasTrack(e, "descriptions") {
				p.AskOn(e, "does this film show something that is not also said? Then it needs a description of it in words")
			}
		}
	},
}
