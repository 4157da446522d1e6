package contrast

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// A field is known by its border or by its fill. WCAG leaves out fields that look
// as the browser draws them, and those that are switched off.
var control = &check.Check{
	ID:       "contrast/control",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.11"),
	Output: func(p *check.OutputPass) {
		s := sceneFor(p, css.Desktop)
		free := exempt(p)
		for _, e := range p.HTML.All("input", "select", "textarea") {
			if e.Parent == nil || !drawn(e) || free[e.Index] == inactive || p.View.Tree().Hidden(e) || !p.View.Seen(e) {
				continue
			}
			best, sure, styled := s.edge(e)
			if best >= 3 || !styled {
				continue
			}
			if sure {
				p.FoundOn(e, fmt.Sprintf("where this field is can hardly be seen: its border and what is inside have a contrast of at most %s with what is around, and it needs 3:1", ratio(best)))
			} else {
				p.AskOn(e, "nothing that is drawn on this field shows where it is: does something around it?")
			}
		}
	},
}

// drawn says whether a field is a box with a border.
func drawn(e *dom.Element) bool {
	if !e.Is("input") {
		return e.Namespace == dom.HTML
	}
	switch e.Keyword("type") {
	case "hidden", "checkbox", "radio", "range", "color", "image", "file", "submit", "reset", "button":
		return false
	}
	return e.Namespace == dom.HTML
}

// edge returns the highest contrast between what is drawn of a field and what is
// beside it, whether that is all there is to see, and whether the page's own
// styles drew it.
func (s *scene) edge(e *dom.Element) (best float64, sure, styled bool) {
	outside, inside := s.at(e.Parent), s.at(e)
	bordered, unclear := false, outside.doubt || inside.doubt || outside.picture != nil || inside.picture != nil
	for i, out := range outside.lenses {
		fill := inside.lenses[min(i, len(inside.lenses)-1)].behind()
		best = max(best, css.Contrast(fill, out.behind()))
		for _, side := range []string{"top", "right", "bottom", "left"} {
			if s.styles.Value(e, "border-"+side+"-width") == "0px" {
				continue
			}
			color, known := s.styles.Color(e, "border-"+side+"-color")
			unclear = unclear || !known
			if !known || color.A == 0 {
				continue
			}
			bordered = true
			best = max(best, css.Contrast(out.seen(color), out.behind()), css.Contrast(out.seen(color), fill))
		}
	}
	for _, name := range []string{"border-top-color", "border-bottom-color", "border-top-width", "border-bottom-width", "background-color"} {
		_, declared := s.styles.Declared(e, name)
		styled = styled || declared
	}
	more := s.styles.Value(e, "box-shadow") != "none" || s.styles.Value(e, "outline-width") != "0px" ||
		s.styles.Value(e, "background-image") != "none" || s.styles.Value(e, "border-image-source") != "none"
	return best, bordered && !unclear && !more && len(outside.lenses) == 1, styled
}
