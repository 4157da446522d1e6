package aria

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var unknownAttribute = &check.Check{
	ID:       "aria/unknown-attribute",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 5f99a7", "axe aria-valid-attr"),
	Output: func(p *check.OutputPass) {
		attributes(p.HTML, func(e *dom.Element, name, _ string) {
			if standards.ARIAAttribute(name) != nil {
				return
			}
			message := fmt.Sprintf("there is no attribute “%s”", name)
			if near := fields.Nearest(name, standards.AttributeNames()); near != "" {
				message += fmt.Sprintf("; is “%s” meant?", near)
			}
			p.FoundOn(e, message)
		})
	},
}
