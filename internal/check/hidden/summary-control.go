package hidden

import (
	"fmt"
	"slices"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Not every browser makes a button of a summary, so that the ACT rule about what
// is inside buttons leaves it out.
var summaryControl = &check.Check{
	ID:       "hidden/summary-control",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe nested-interactive"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for e := range p.All("summary") {
			if _, explicit := t.Explicit(e); explicit || t.Role(e) != "button" || t.Hidden(e) {
				continue
			}
			control := func(in *dom.Element) bool {
				r := standards.ARIARole(t.Role(in))
				return r != nil && r.Is("widget") && t.TabStop(in)
			}
			if at := slices.IndexFunc(e.Inside(), control); at >= 0 {
				p.FoundOn(e, fmt.Sprintf("there is a <%s> to use in this summary, which itself is a button to most browsers", e.Inside()[at].Tag))
			}
		}
	},
}
