package aria

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var missingTarget = &check.Check{
	ID:       "aria/missing-target",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-valid-attr-value"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		attributes(p.HTML, func(e *dom.Element, name, value string) {
			a := standards.ARIAAttribute(name)
			if a == nil || a.Kind != standards.Reference && a.Kind != standards.References || t.Hidden(e) || later(e, name) {
				return
			}
			for _, id := range strings.Fields(value) {
				if p.HTML.ByID(id) != nil {
					continue
				}
				message := fmt.Sprintf("%s names “%s”, and nothing on the page has that id", name, id)
				switch name {
				case "aria-describedby", "aria-labelledby":
					p.AskOn(e, message+"; does a script add it?")
				default:
					p.FoundOn(e, message)
				}
				return
			}
		})
	},
}

// later says whether what an attribute names is usual to appear only when
// something happens: an error, or what is opened.
func later(e *dom.Element, name string) bool {
	switch name {
	case "aria-errormessage":
		return true
	case "aria-controls", "aria-owns":
		return keyword(e, "aria-expanded") == "false" || keyword(e, "aria-selected") == "false" || has(e, "aria-haspopup")
	}
	return false
}
