package name

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var imageRepeats = &check.Check{
	ID:       "name/image-repeats",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe image-redundant-alt"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			if e.Parent == nil || !is(e, "img") || t.Hidden(e) || t.Role(e) != "image" {
				continue
			}
			name := strings.ToLower(t.Name(e))
			if name == "" {
				continue
			}
			for around := e.Parent; around != nil; around = around.Parent {
				if role := t.Role(around); role == "link" || role == "button" {
					words := strings.ToLower(strings.Join(strings.Fields(around.Text()), " "))
					if words == name {
						p.FoundOn(e, "this image says the same words as the text beside it, so they are heard twice")
					}
					break
				}
			}
		}
	},
}
