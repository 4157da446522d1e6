package aria

import (
	"fmt"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// An element with role none is not told of, so that the ACT rule about attributes
// passes it over. That somebody wrote one there is a mistake all the same.
var onNothing = &check.Check{
	ID:       "aria/on-nothing",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-allowed-attr"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		attributes(p.HTML, func(e *dom.Element, name, _ string) {
			if a := standards.ARIAAttribute(name); a != nil && !a.Global && !t.Hidden(e) && saidToBeNone(t, e) {
				p.FoundOn(e, fmt.Sprintf("%s means nothing on something whose role is none", name))
			}
		})
	},
}

// saidToBeNone says whether role none is written on e and counts.
func saidToBeNone(t *axtree.Tree, e *dom.Element) bool {
	role, _ := t.Explicit(e)
	return role == "none" && t.Role(e) == "none"
}
