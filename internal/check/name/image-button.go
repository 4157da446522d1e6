package name

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var imageButton = &check.Check{
	ID:       "name/image-button",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "WCAG 4.1.2", "ACT 59796f", "axe input-image-alt"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("input") {
			if !is(e, "input") || keyword(e, "type") != "image" || !exposed(t, e) {
				continue
			}
			switch {
			case t.NameSource(e) == "default":
				p.FoundOn(e, "this button is a picture and has no name")
			case t.Name(e) == "Submit Query":
				// What browsers say when nothing is written; it describes no picture.
				p.FoundOn(e, "this button is a picture whose name, “Submit Query”, is only what browsers say where there is none")
			}
		}
	},
}
