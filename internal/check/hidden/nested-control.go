package hidden

import (
	"fmt"
	"slices"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var nestedControl = &check.Check{
	ID:       "hidden/nested-control",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 307n5z", "axe nested-interactive"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		var controls []int // where the keyboard stops at something with the role of a control
		for _, e := range p.HTML.Elements {
			if r := standards.ARIARole(t.Role(e)); r != nil && r.Is("widget") && t.TabStop(e) {
				controls = append(controls, e.Index)
			}
		}
		var around []*dom.Element // open elements whose children are presentational
		said := 0                 // how many of them are reported
		for _, e := range p.HTML.Elements {
			for len(around) > 0 && around[len(around)-1].End <= e.Index {
				around = around[:len(around)-1]
				said = min(said, len(around))
			}
			if len(around) > said && t.TabStop(e) {
				for _, whole := range around[said:] {
					message := fmt.Sprintf("the keyboard reaches a <%s> in here, and screen readers take it for a part of this %s", e.Tag, t.Role(whole))
					// axe-core looks for controls alone.
					if next, _ := slices.BinarySearch(controls, whole.Index+1); next < len(controls) && controls[next] < whole.End {
						p.FoundOn(whole, message)
					} else {
						p.FoundBeyondAxe(whole, message)
					}
				}
				said = len(around)
			}
			if leaf(t, e) {
				around = append(around, e)
			}
		}
	},
}

// leaf says whether what is inside e has no role of its own. Not every browser
// makes a button of a summary, so it counts only if somebody else did.
func leaf(t *axtree.Tree, e *dom.Element) bool {
	if e.Namespace == dom.MathML {
		return false
	}
	if _, explicit := t.Explicit(e); is(e, "summary") && !explicit {
		return false
	}
	r := standards.ARIARole(t.Role(e))
	return r != nil && r.ChildrenPresentational
}
