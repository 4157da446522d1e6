package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var summary = &check.Check{
	ID:       "name/summary",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 2t702h", "axe summary-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this summary has no name: nobody can tell what it opens", p.HTML.All("summary"), func(t *axtree.Tree, e *dom.Element) bool {
			// Only the summary that opens and closes its details is a button.
			if !is(e, "summary") || t.Implicit(e) != "button" {
				return false
			}
			role, ok := t.Explicit(e)
			return !ok || role == "none" && t.Role(e) != "none"
		})
	},
}
