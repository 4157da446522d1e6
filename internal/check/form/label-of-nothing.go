package form

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var labelOfNothing = &check.Check{
	ID:       "form/label-of-nothing",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.1"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("label") {
			id, written := e.Attribute("for")
			if !written || p.View.Tree().Hidden(e) {
				continue
			}
			switch field := p.HTML.ByID(id); {
			case field == nil:
				p.FoundOn(e, fmt.Sprintf("this label is for “%s”, which is not on the page", id))
			case field.Namespace != dom.HTML || !standards.Labelable(field.Tag) && !strings.Contains(field.Tag, "-") ||
				field.Is("input") && field.Keyword("type") == "hidden":
				p.FoundOn(e, fmt.Sprintf("this label is for “%s”, which is no field", id))
			}
		}
	},
}
