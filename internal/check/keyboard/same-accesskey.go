package keyboard

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var sameAccesskey = &check.Check{
	ID:       "keyboard/same-accesskey",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe accesskeys"),
	Output: func(p *check.OutputPass) {
		first := map[string]bool{}
		for e := range p.Elements() {
			for _, key := range e.Tokens("accesskey") {
				if p.View.Tree().Hidden(e) {
					continue
				}
				key = strings.ToLower(key)
				if first[key] {
					p.FoundOn(e, fmt.Sprintf("“%s” is already the key of another part of the page", key))
				}
				first[key] = true
			}
		}
	},
}
