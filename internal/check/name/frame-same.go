package name

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var frameSame = &check.Check{
	ID:       "name/frame-same",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 2.4.1", "axe frame-title-unique"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		first := map[string]*dom.Element{}
		for _, e := range p.HTML.All("iframe", "frame") {
			if !is(e, "iframe", "frame") || t.Hidden(e) || t.Name(e) == "" {
				continue
			}
			name := t.Name(e)
			other := first[name]
			switch {
			case other == nil:
				first[name] = e
			case attribute(other, "src") != attribute(e, "src") || attribute(other, "srcdoc") != attribute(e, "srcdoc"):
				line, _ := other.Position()
				p.FoundOn(e, fmt.Sprintf("this frame is called “%s”, as is another one on line %d that shows something else", name, line))
			}
		}
	},
}
