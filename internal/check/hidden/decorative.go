package hidden

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var decorative = &check.Check{
	ID:       "hidden/decorative",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 46ca7f", "axe presentation-role-conflict"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			role, explicit := t.Explicit(e)
			alt, written := e.Attribute("alt")
			marked := role == "none" || !explicit && is(e, "img") && written && alt == ""
			if !marked || t.Hidden(e) || t.Role(e) == "none" || !t.Insists(e) {
				continue
			}
			if t.Focusable(e) {
				const message = "this element is said to be decoration and can be focused, so screen readers speak of it all the same"
				if knownToAxe(e) {
					p.FoundOn(e, message)
				} else {
					p.FoundBeyondAxe(e, message)
				}
				continue
			}
			p.FoundOn(e, "this element is said to be decoration and described in ARIA, so screen readers speak of it all the same")
		}
	},
}
