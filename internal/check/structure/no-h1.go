package structure

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noH1 = &check.Check{
	ID:       "structure/no-h1",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe page-has-heading-one"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		for e := range p.Among(tree.ByRole("heading")) {
			if tree.Level(e) == 1 && !tree.Hidden(e) {
				return
			}
		}
		for e := range p.All("body") {
			if strings.TrimSpace(e.Text()) != "" && !p.Redirects() {
				p.FoundOn(p.HTML.Root, "the page has no main heading, of level 1")
			}
		}
	},
}
