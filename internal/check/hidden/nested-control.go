package hidden

import (
	"fmt"

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
		var around []*dom.Element // open elements whose children are presentational
		for _, e := range p.HTML.Elements {
			for len(around) > 0 && around[len(around)-1].End <= e.Index {
				around = around[:len(around)-1]
			}
			if len(around) > 0 && t.TabStop(e) {
				p.FoundOn(e, fmt.Sprintf("the keyboard reaches this element, and screen readers take it for a part of the %s around it", t.Role(around[len(around)-1])))
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
