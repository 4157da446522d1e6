package table

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var captionTwice = &check.Check{
	ID:       "table/caption-twice",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe table-duplicate-name"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("table") {
			summary := strings.Join(strings.Fields(strings.ToLower(attribute(e, "summary"))), " ")
			if summary == "" || p.View.Tree().Hidden(e) {
				continue
			}
			for _, c := range e.Children {
				if c.Element.Is("caption") && summary == strings.Join(strings.Fields(strings.ToLower(c.Element.Text())), " ") {
					p.FoundOn(e, "the caption of this table and its summary say the same")
				}
			}
		}
	},
}

func attribute(e *dom.Element, name string) string {
	value, _ := e.Attribute(name)
	return value
}
