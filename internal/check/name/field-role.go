package name

import (
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
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
		for _, e := range p.HTML.Elements {
			if is(e, "input", "textarea", "select") || !formField(t, e) || toggles(t, e) || !exposed(t, e) || t.Name(e) != "" {
				continue
			}
			if popups == nil {
				popups = popupsOf(t, p.HTML)
			}
			if t.Role(e) == "listbox" && popups[attribute(e, "id")] {
				p.AskOn(e, "the list that this field opens has no name of its own; is it clear what is chosen there?")
				continue
			}
			p.FoundOn(e, "this element acts as a form field and has no name")
		}
	},
}

// toggles says whether e is switched on and off.
func toggles(t *axtree.Tree, e *dom.Element) bool {
	switch t.Role(e) {
	case "checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch":
		return true
	}
	return false
}

// popupsOf returns the ids of what comboboxes open.
func popupsOf(t *axtree.Tree, page *dom.Document) map[string]bool {
	popups := map[string]bool{}
	for _, e := range page.Elements {
		if t.Role(e) == "combobox" {
			for _, id := range strings.Fields(attribute(e, "aria-controls") + " " + attribute(e, "aria-owns")) {
				popups[id] = true
			}
		}
	}
	return popups
}
