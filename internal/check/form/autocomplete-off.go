package form

import (
	"fmt"
	"slices"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// offWords are what people write who want to switch the filling in on or off.
// They mean nothing, and are no wrong name of a field.
var offWords = []string{"none", "false", "true", "disabled", "enabled", "undefined", "null"}

var autocompleteOff = &check.Check{
	ID:       "form/autocomplete-off",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.5", "ACT 73f2c2"),
	Output: func(p *check.OutputPass) {
		for e, tokens := range filled(p) {
			if slices.Contains(offWords, tokens[0]) && fillable(p, e) {
				p.FoundOn(e, fmt.Sprintf("the word “%s” in autocomplete switches nothing on or off", tokens[0]))
			}
		}
	},
}
