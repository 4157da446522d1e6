package aria

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var unknownRole = &check.Check{
	ID:       "aria/unknown-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 674b10", "axe aria-roles"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		messages := map[string]string{}
		for _, e := range p.HTML.With("role") {
			role, written := e.Attribute("role")
			if !written || blank(role) || e.Namespace == dom.MathML || t.Hidden(e) {
				continue
			}
			words := dom.Words(strings.ToLower(role))
			if slices.ContainsFunc(words, valid) || slices.Contains(words, "text") {
				continue
			}
			if messages[role] == "" {
				messages[role] = nearest(fmt.Sprintf("there is no role “%s”", strings.Join(words, " ")), words[0], standards.RoleNames())
			}
			p.FoundOn(e, messages[role])
		}
	},
}

func valid(role string) bool {
	r := standards.ARIARole(role)
	return r != nil && !r.Abstract
}
