package css

import "handrail/internal/dom"

// Displayed says whether e makes boxes: neither it nor an element around it has
// display: none, is the closed part of a details element, or stands in what
// browsers never show (template, and noscript where scripts run). An option is
// displayed even if its list is closed. With display: contents, an element has
// no box, but what is in it is displayed; so it counts as displayed.
func (s *Styles) Displayed(e *dom.Element) bool {
	if s.shown == nil {
		s.shown = make([]int8, len(s.doc.Elements))
	}
	if s.shown[e.Index] == 0 {
		s.shown[e.Index] = -1
		if s.displayedItself(e) && (e.Parent == nil || s.Displayed(e.Parent)) {
			s.shown[e.Index] = 1
		}
	}
	return s.shown[e.Index] > 0
}

func (s *Styles) displayedItself(e *dom.Element) bool {
	if s.value(e, pDisplay) == "none" {
		return false
	}
	p := e.Parent
	if p == nil {
		return true
	}
	if p.Namespace == dom.HTML {
		switch p.Tag {
		case "details":
			_, open := p.Attribute("open")
			return open || e == firstSummary(p)
		case "template", "noscript", "iframe":
			return false
		case "video", "audio", "canvas", "object", "datalist", "meter", "progress":
			return p.Tag == "object" // its fallback; it is not known here whether it is shown
		}
	}
	if p.Namespace == dom.SVG {
		switch p.Tag {
		case "defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient":
			return false
		}
	}
	return s.value(p, pContentVis) != "hidden"
}

func firstSummary(details *dom.Element) *dom.Element {
	for _, c := range details.Children {
		if c.Element != nil && c.Element.Tag == "summary" {
			return c.Element
		}
	}
	return nil
}

// Visible says whether e, if it is displayed, can be seen: visibility is
// visible.
func (s *Styles) Visible(e *dom.Element) bool { return s.value(e, pVisibility) == "visible" }
