package contrast

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// The frame that browsers draw by themselves is left out, as WCAG leaves it out,
// and so is one beside which anything else changes: that may be what one sees.
var focus = &check.Check{
	ID:       "contrast/focus",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.4.11"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("outline") {
			return
		}
		s := sceneFor(p, css.Desktop)
		now := s.styles.State("focus-visible")
		alone := map[[2]int]bool{} // by kin without and with the focus
		for e := range p.Elements() {
			if e.Parent == nil || e.Namespace != dom.HTML || !p.View.Tree().TabStop(e) {
				continue
			}
			kins := [2]int{s.styles.Kin(e), now.Kin(e)}
			framed, known := alone[kins]
			if !known {
				framed = framedAlone(s.styles, now, e)
				alone[kins] = framed
			}
			if !framed || !samePseudos(s.styles, now, e) || !p.View.Seen(e) {
				continue
			}
			if best, sure := s.frame(now, e); sure && best < 3 {
				p.FoundOn(e, fmt.Sprintf("when the keyboard comes to this element, the line around it can hardly be seen: its contrast with what is beside it is %s at most, and it needs 3:1", ratio(best)))
			}
		}
	},
}

// framedAlone says whether all that shows the focus is an outline whose colour the
// page's own styles choose.
func framedAlone(before, now *css.Styles, e *dom.Element) bool {
	if _, chosen := now.Declared(e, "outline-color"); !chosen || now.Value(e, "outline-width") == "0px" || before.Value(e, "outline-width") != "0px" {
		return false
	}
	for _, name := range []string{"background-color", "background-image", "box-shadow", "color", "text-decoration-line", "font-weight", "opacity", "filter",
		"transform", "border-top-color", "border-bottom-color", "border-left-color", "border-top-width", "border-bottom-width", "border-left-width"} {
		if before.Value(e, name) != now.Value(e, name) {
			return false
		}
	}
	return true
}

// samePseudos says whether nothing generated comes or goes with the focus.
func samePseudos(before, now *css.Styles, e *dom.Element) bool {
	return now.Pseudo(e, "before") == before.Pseudo(e, "before") && now.Pseudo(e, "after") == before.Pseudo(e, "after")
}

// frame returns the highest contrast between the outline of e and what is beside
// it, around it or inside, and whether nothing else may lie there.
func (s *scene) frame(now *css.Styles, e *dom.Element) (best float64, sure bool) {
	outside, inside := s.at(e.Parent), s.at(e)
	color, known := now.Color(e, "outline-color")
	if !known || color.A == 0 || outside.doubt || inside.doubt || outside.picture != nil || inside.picture != nil {
		return 0, false
	}
	for i, out := range outside.lenses {
		fill := inside.lenses[min(i, len(inside.lenses)-1)].behind()
		best = max(best, css.Contrast(out.seen(color), out.behind()), css.Contrast(out.seen(color), fill))
	}
	return best, true
}
