package aria

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var roleDescription = &check.Check{
	ID:       "aria/role-description",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT kb1m8s", "axe aria-roledescription"),
	Output: func(p *check.OutputPass) {
		notHere(p, func(t *axtree.Tree, e *dom.Element, name string) bool {
			switch name {
			case "aria-roledescription":
				return t.Role(e) == "generic" || t.Role(e) == "none"
			case "aria-brailleroledescription":
				return t.Role(e) == "generic" || writtenNone(t, e)
			}
			return false
		}, "describes a role that this element doesn't have")
	},
}
