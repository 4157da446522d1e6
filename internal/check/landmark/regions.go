package landmark

import (
	"fmt"
	"iter"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// landmark says whether assistive technology is told that e is a region of the
// page.
func landmark(p *check.OutputPass, e *dom.Element) bool {
	role := standards.ARIARole(p.View.Tree().Role(e))
	return role != nil && role.Is("landmark") && !p.View.Tree().Hidden(e)
}

// landmarks yields the regions of the page, in document order.
func landmarks(p *check.OutputPass) iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		for e := range p.Among(p.View.Tree().ByKind("landmark")) {
			if !p.View.Tree().Hidden(e) && !yield(e) {
				return
			}
		}
	}
}

// insideAnother finds regions of a role that stand in another region.
func insideAnother(p *check.OutputPass, role, word string) {
	for e := range p.Among(p.View.Tree().ByRole(role)) {
		if !landmark(p, e) {
			continue
		}
		for up := e.Parent; up != nil; up = up.Parent {
			if around := p.View.Tree().Role(up); landmark(p, up) && !up.Is("form") && !(role == "complementary" && around == "main") {
				p.FoundOn(e, fmt.Sprintf("this %s stands in another region of the page", word))
				break
			}
		}
	}
}

// onlyOne finds the regions of a role, if there is more than one.
func onlyOne(p *check.OutputPass, role, word string) {
	var all []*dom.Element
	for e := range p.Among(p.View.Tree().ByRole(role)) {
		if landmark(p, e) {
			all = append(all, e)
		}
	}
	for _, e := range all {
		if len(all) > 1 {
			p.FoundOn(e, fmt.Sprintf("this is one of %d elements that are each the %s", len(all), word))
		}
	}
}
