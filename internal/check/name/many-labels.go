package name

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var manyLabels = &check.Check{
	ID:       "name/many-labels",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 3.3.2", "axe form-field-multiple-labels"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("input", "select", "textarea") {
			if !is(e, "input", "select", "textarea") || has(e, "aria-labelledby") || t.Hidden(e) {
				continue
			}
			spoken := 0
			for _, label := range t.Labels(e) {
				if !t.Hidden(label) {
					spoken++
				}
			}
			if spoken > 1 {
				p.AskOn(e, "this form field has several labels, and some screen readers say only one of them; is each needed?")
			}
		}
	},
}
