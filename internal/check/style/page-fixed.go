package style

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var pageFixed = &check.Check{
	ID:       "style/page-fixed",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.4.10"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("width", "overflow") {
			return
		}
		s := p.View.For(css.Phone)
		for e := range p.All("html", "body", "main", "header", "footer") {
			for _, name := range []string{"min-width", "width"} {
				width, ok := s.Length(e, name)
				d, written := s.Declared(e, name)
				if !ok || !written || width <= 320 || !strings.HasSuffix(d.Value, "px") || !p.View.Seen(e) {
					continue
				}
				if most, held := s.Length(e, "max-width"); held && most <= 320 || strings.HasSuffix(s.Value(e, "max-width"), "%") {
					continue
				}
				p.FoundOn(e, fmt.Sprintf("%s is at least %.0f pixels wide, so readers with a small window, or who enlarge it, have to go left and right for each line", part(e), width))
				break
			}
			if e.Is("html", "body") && s.Value(e, "overflow-y") == "hidden" && !scrolled(s, e) {
				p.FoundOn(e, "the page cannot be scrolled: what does not fit into a small or enlarged window is cut off")
			}
		}
	},
}

func part(e *dom.Element) string {
	if e.Is("html", "body") {
		return "the page"
	}
	return "this part of the page"
}

// scrolled says whether something in the page can be scrolled by itself.
func scrolled(s *css.Styles, e *dom.Element) bool {
	for _, o := range e.Inside() {
		switch s.Value(o, "overflow-y") {
		case "auto", "scroll":
			return true
		}
		if o.Is("textarea", "iframe", "canvas", "frameset") {
			return true
		}
	}
	return letters(e.Text()) == 0
}
