package name

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var titleOnly = &check.Check{
	ID:       "name/title-only",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe label-title-only"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("input", "select", "textarea") {
			if !is(e, "input", "select", "textarea") || !formField(t, e) || t.Hidden(e) {
				continue
			}
			switch {
			case t.NameSource(e) == "title":
				p.FoundOn(e, "this form field is named only by a title, which shows when a mouse rests on it")
			case t.NameSource(e) == "placeholder":
				p.AskOn(e, "this form field is named only by a hint that goes away as soon as something is typed")
			case t.Name(e) == "" && has(e, "aria-describedby") && t.Description(e) != "":
				p.FoundOn(e, "this form field has a description and no name")
			}
		}
	},
}
