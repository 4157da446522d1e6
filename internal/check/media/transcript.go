package media

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var transcript = &check.Check{
	ID:       "media/transcript",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.2.1", "ACT e7aa44", "axe audio-caption"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("audio") {
			if loads(e) && (e.Has("controls") || e.Has("autoplay")) && p.View.Styles().Visible(e) && !hasTrack(e, "captions") {
				p.AskOn(e, "is what is said in this recording written on the page, or on one that it links to?")
			}
		}
	},
}
