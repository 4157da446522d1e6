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
		for _, e := range p.View.Tree().ByRole("main") {
			if !p.View.Tree().Hidden(e) {
				return
			}
		}
		for e := range p.All("body") {
			if strings.TrimSpace(e.Text()) != "" && !p.Redirects() {
				p.FoundOn(p.HTML.Root, "the page does not say which of its parts is the main one")
			}
		}
	},
}
