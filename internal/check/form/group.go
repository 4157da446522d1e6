package form

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var group = &check.Check{
	ID:       "form/group",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.1"),
	Output: func(p *check.OutputPass) {
		type group struct {
			form *dom.Element
			name string
		}
		seen := map[group]int{}
		for e := range p.All("input") {
			name, _ := e.Attribute("name")
			if e.Keyword("type") != "radio" || name == "" || p.View.Tree().Hidden(e) {
				continue
			}
			form, grouped := around(p, e)
			if grouped {
				continue
			}
			if seen[group{form, name}]++; seen[group{form, name}] == 2 {
				p.FoundOn(e, "these choices belong together, but nothing says what is to be chosen")
			}
		}
	},
}

// around returns the form around a field, and whether a group stands between.
func around(p *check.OutputPass, e *dom.Element) (form *dom.Element, grouped bool) {
	for up := e.Parent; up != nil; up = up.Parent {
		if up.Is("form") && form == nil {
			form = up
		}
		switch p.View.Tree().Role(up) {
		case "group", "radiogroup":
			grouped = grouped || up.Is("fieldset") || p.View.Tree().Name(up) != ""
		}
	}
	return form, grouped
}
