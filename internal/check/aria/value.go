package aria

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var value = &check.Check{
	ID:       "aria/value",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 6a7281", "axe aria-valid-attr-value"),
	Output: func(p *check.OutputPass) {
		attributes(p.HTML, func(e *dom.Element, name, value string) {
			a := standards.ARIAAttribute(name)
			if a == nil || e.Namespace == dom.MathML || a.Allows(value) {
				return
			}
			p.FoundOn(e, fmt.Sprintf("“%s” is no value of %s, which is %s", value, name, wanted(a)))
		})
	},
}

// wanted says in words what an attribute takes.
func wanted(a *standards.Attribute) string {
	switch a.Kind {
	case standards.Integer:
		return "a whole number"
	case standards.Number:
		return "a number"
	}
	return "one of: " + strings.Join(a.Values, ", ")
}
