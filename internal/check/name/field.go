package name

import (
	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var field = &check.Check{
	ID:       "name/field",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT e086e5", "axe label"),
	Output: func(p *check.OutputPass) {
		unnamed(p, "this form field has no name", p.HTML.All("input", "textarea"), func(t *axtree.Tree, e *dom.Element) bool {
			return is(e, "input", "textarea") && formField(t, e)
		})
	},
}

// formField says whether somebody can fill in or choose something with e.
func formField(t *axtree.Tree, e *dom.Element) bool {
	switch t.Role(e) {
	case "checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider",
		"spinbutton", "switch", "textbox":
		return true
	case "":
		switch keyword(e, "type") {
		case "color", "date", "datetime-local", "file", "month", "password", "time", "week":
			return is(e, "input")
		}
	}
	return false
}
