package aria

import (
	"fmt"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var requiredAttribute = &check.Check{
	ID:       "aria/required-attribute",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 4e8ab6", "axe aria-required-attr"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("role") {
			role, ok := t.Explicit(e)
			if !ok || role != t.Role(e) || role == t.Implicit(e) || !told(t, e) {
				continue
			}
			for _, name := range required(t, e, role) {
				if blank(attribute(e, name)) && !native(e, name) {
					p.FoundOn(e, fmt.Sprintf("something with the role %s needs %s, or nobody is told how it stands", role, name))
				}
			}
		}
	},
}

// required lists the attributes that a role needs. A separator needs a value only
// if it can be moved.
func required(t *axtree.Tree, e *dom.Element, role string) []string {
	if role == "separator" && t.Focusable(e) {
		return []string{"aria-valuenow"}
	}
	return standards.ARIARole(role).Required
}

// native says whether HTML itself says what an attribute would say.
func native(e *dom.Element, name string) bool {
	if !is(e, "input") {
		return is(e, "h1", "h2", "h3", "h4", "h5", "h6") && name == "aria-level" || is(e, "meter", "progress") && name == "aria-valuenow"
	}
	switch keyword(e, "type") {
	case "checkbox", "radio":
		return name == "aria-checked"
	case "range", "number":
		return name == "aria-valuenow"
	}
	return false
}
