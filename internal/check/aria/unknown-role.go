package aria

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var unknownRole = &check.Check{
	ID:       "aria/unknown-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 674b10", "axe aria-roles"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			role, written := e.Attribute("role")
			if !written || blank(role) || e.Namespace == dom.MathML || t.Hidden(e) {
				continue
			}
			words := strings.Fields(strings.ToLower(role))
			if slices.ContainsFunc(words, valid) {
				continue
			}
			message := fmt.Sprintf("there is no role “%s”", strings.Join(words, " "))
			if near := fields.Nearest(words[0], standards.RoleNames()); near != "" {
				message += fmt.Sprintf("; is “%s” meant?", near)
			}
			p.FoundOn(e, message)
		}
	},
}

func valid(role string) bool {
	r := standards.ARIARole(role)
	return r != nil && !r.Abstract
}
