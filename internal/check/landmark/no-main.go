package landmark

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noMain = &check.Check{
	ID:       "landmark/no-main",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-one-main"),
	Output: func(p *check.OutputPass) {
		for e := range p.Elements() {
			if p.View.Tree().Role(e) == "main" && !p.View.Tree().Hidden(e) {
				return
			}
		}
		for e := range p.Elements() {
			if e.Is("body") && strings.TrimSpace(e.Text()) != "" && !p.Redirects() {
				p.FoundOn(e, "the page does not say which of its parts is the main one")
			}
		}
	},
}
