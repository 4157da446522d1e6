package aria

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var deprecatedRole = &check.Check{
	ID:       "aria/deprecated-role",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-deprecated-role"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("role") {
			role, written := e.Attribute("role")
			if !written || t.Hidden(e) {
				continue
			}
			for _, word := range strings.Fields(strings.ToLower(role)) {
				if !valid(word) {
					continue
				}
				if standards.ARIARole(word).Deprecated {
					p.FoundOn(e, fmt.Sprintf("the role “%s” is deprecated: it will be dropped from the standard", word))
				}
				break
			}
		}
	},
}
