package structure

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var doubleId = &check.Check{
	ID:       "structure/double-id",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 3ea0c8", "axe duplicate-id-aria"),
	Output: func(p *check.OutputPass) {
		used := referredTo(p)
		for _, same := range p.HTML.DuplicateIDs() {
			if id, _ := same[0].Attribute("id"); used[id] {
				p.FoundOn(same[1], fmt.Sprintf("this is a second part with the id “%s”, which another part refers to", id))
			}
		}
	},
}

// referredTo holds the ids that something on the page refers to for what it is
// called, or what belongs to it.
func referredTo(p *check.OutputPass) map[string]bool {
	used := map[string]bool{}
	for e := range p.Elements() {
		for _, a := range e.Attributes {
			known := standards.ARIAAttribute(a.Name)
			if known != nil && (known.Kind == standards.Reference || known.Kind == standards.References) ||
				a.Name == "for" && e.Is("label", "output") || a.Name == "headers" && e.Is("td", "th") {
				for _, id := range strings.Fields(a.Value) {
					used[id] = true
				}
			}
		}
	}
	return used
}
