package style

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var scrollableFocus = &check.Check{
	ID:       "style/scrollable-focus",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.1.1", "ACT 0ssw9k", "axe scrollable-region-focusable"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("overflow") {
			return
		}
		s := p.View.Styles()
		var stops []int // how many elements before each can be reached
		scrolled := func(e *dom.Element) bool {
			way := s.Value(e, "overflow-y")
			return way == "auto" || way == "scroll"
		}
		for e := range p.Alike(s, scrolled) {
			if e.Namespace != dom.HTML ||
				e.Is("html", "body", "textarea", "select", "iframe", "input", "pre") {
				continue
			}
			height, ok := fixedHeight(s, e)
			if !ok || height < 1 || p.View.Tree().Hidden(e) || !p.View.Seen(e) {
				continue
			}
			if stops == nil {
				stops = counted(p)
			}
			if stops[e.End] > stops[e.Index] {
				continue
			}
			needed, ok := least(s, e)
			switch {
			case !ok:
			case needed > 1.2*height:
				p.FoundOn(e, "more stands in this box than it shows, and the keyboard cannot come into it to scroll")
			case needed*1.7 > height:
				p.AskOn(e, "perhaps more stands in this box than it shows: can the keyboard scroll it?")
			}
		}
	},
}

// counted says, for each element by Index, how many that the Tab key gets to
// come before it.
func counted(p *check.OutputPass) []int {
	stops := make([]int, len(p.HTML.Elements)+1)
	for i, e := range p.HTML.Elements {
		stops[i+1] = stops[i]
		if p.View.Tree().TabStop(e) {
			stops[i+1]++
		}
	}
	return stops
}
