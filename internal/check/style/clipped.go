package style

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// zoomed is a window of 1280 by 1024 pixels that is magnified to twice its size.
var zoomed = css.Reader{Type: "screen", Width: 640, Height: 512}

var clipped = &check.Check{
	ID:       "style/clipped",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.4", "ACT 59br37"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("overflow") || !p.View.Styles().Mentions("height") {
			return
		}
		for e := range p.Alike(p.View.Styles(), func(e *dom.Element) bool { return cuts(p.View.Styles(), e) }) {
			if e.Namespace != dom.HTML || e.Is("html", "body") {
				continue // what cuts only in small windows is not looked for: most pages cut nothing
			}
			s := p.View.For(zoomed)
			if !cuts(s, e) {
				continue
			}
			height, ok := fixedHeight(s, e)
			size, ok2 := s.Length(e, "font-size")
			if !ok || !ok2 || height < size || p.View.Tree().Hidden(e) || !p.View.Seen(e) || !s.Displayed(e) || scrolls(s, e) {
				continue
			}
			line, known := s.Length(e, "line-height")
			if !known || s.Value(e, "line-height") == "normal" {
				line = 1.2 * size
			}
			needed, ok := least(s, e)
			switch {
			case !ok || line >= height:
			case needed > height+size/2:
				p.FoundOn(e, fmt.Sprintf("this box is %.0f pixels high and cuts off what is longer, and its words need more: readers who enlarge them cannot read all", height))
			case needed*1.7 > height:
				p.AskOn(e, fmt.Sprintf("this box is %.0f pixels high and cuts off what is longer: can all of it be read when the page is enlarged to twice its size?", height))
			}
		}
	},
}

func cuts(s *css.Styles, e *dom.Element) bool {
	cut := s.Value(e, "overflow-y")
	return cut == "hidden" || cut == "clip"
}

// scrolls says whether something inside can be scrolled, or is hidden apart.
func scrolls(s *css.Styles, e *dom.Element) bool {
	for _, o := range e.Inside() {
		switch s.Value(o, "overflow-y") {
		case "auto", "scroll":
			return true
		}
		if position := s.Value(o, "position"); position == "absolute" || position == "fixed" || o.Has("aria-hidden") || !s.Displayed(o) {
			return true
		}
	}
	return false
}
