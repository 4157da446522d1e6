package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var progress = &check.Check{
	ID:       "name/progress",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "axe aria-progressbar-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this progress bar has no name: nobody can tell what is going on", p.View.Tree().ByRole("progressbar"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "progressbar"
		})
	},
}
