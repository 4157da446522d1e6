package media

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var captions = &check.Check{
	ID:       "media/captions",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.2.2", "ACT eac66b", "axe video-caption"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("video") {
			if !e.Has("muted") && loads(e) && !p.View.Tree().Hidden(e) && !hasTrack(e, "captions") {
				p.AskOn(e, "does this film speak? Then it needs captions, and no track of them is named")
			}
		}
	},
}

// hasTrack says whether the element names a track of a kind.
func hasTrack(e *dom.Element, kind string) bool {
	for _, c := range e.Inside() {
		if src, _ := c.Attribute("src"); c.Is("track") && c.Keyword("kind") == kind && src != "" {
			return true
		}
	}
	return false
}
