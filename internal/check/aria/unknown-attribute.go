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
		messages := map[string]string{} // a page that has one mistake often has it many times
		attributes(p.HTML, func(e *dom.Element, name, _ string) {
			if standards.ARIAAttribute(name) != nil {
				return
			}
			if messages[name] == "" {
				messages[name] = nearest(fmt.Sprintf("there is no attribute “%s”", name), name, standards.AttributeNames())
			}
			p.FoundOn(e, messages[name])
		})
	},
}

// nearest adds to a message the known word that was probably meant.
func nearest(message, word string, known []string) string {
	if near := fields.Nearest(word, known); near != "" {
		message += fmt.Sprintf("; is “%s” meant?", near)
	}
	return message
}
