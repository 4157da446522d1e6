package aria

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var deprecatedAttribute = &check.Check{
	ID:       "aria/deprecated-attribute",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		attributes(p.HTML, func(e *dom.Element, name, _ string) {
			if a := standards.ARIAAttribute(name); a != nil && a.Deprecated && !t.Hidden(e) {
				p.FoundOn(e, fmt.Sprintf("the attribute “%s” is deprecated: it will be dropped from the standard", name))
			}
		})
	},
}
