package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var dialog = &check.Check{
	ID:       "name/dialog",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-dialog-name"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this dialog has no name", p.View.Tree().ByRole("dialog", "alertdialog"), func(t *axtree.Tree, e *dom.Element) bool {
			return t.Role(e) == "dialog" || t.Role(e) == "alertdialog"
		})
	},
}
