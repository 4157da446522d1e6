package name

import (
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var fieldRole = &check.Check{
	ID:       "name/field-role",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT e086e5", "axe aria-input-field-name"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		var popups map[string]bool
		for _, e := range t.ByRole("combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox") {
			if is(e, "input", "textarea", "select") || !exposed(t, e) || t.Name(e) != "" {
				continue
			}
			if popups == nil {
				popups = popupsOf(t)
			}
			if t.Role(e) == "listbox" && popups[attribute(e, "id")] {
				p.AskOn(e, "the list that this field opens has no name of its own; is it clear what is chosen there?")
				continue
			}
			p.FoundOn(e, "this element acts as a form field and has no name")
		}
	},
}

// popupsOf returns the ids of what comboboxes open.
func popupsOf(t *axtree.Tree) map[string]bool {
	popups := map[string]bool{}
	for _, e := range t.ByRole("combobox") {
		for _, id := range strings.Fields(attribute(e, "aria-controls") + " " + attribute(e, "aria-owns")) {
			popups[id] = true
		}
	}
	return popups
}
