package keyboard

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var sameAccesskey = &check.Check{
	ID:       "keyboard/same-accesskey",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe accesskeys"),
	Output: func(p *check.OutputPass) {
		first := map[string]*dom.Element{}
		for e := range p.Among(p.HTML.With("accesskey")) {
			for _, key := range e.Tokens("accesskey") {
				if p.View.Tree().Hidden(e) {
					continue
				}
				key = strings.ToLower(key)
				message := fmt.Sprintf("“%s” is the key of more than one part of the page", key)
				one, taken := first[key]
				if taken {
					p.FoundOn(e, message)
				} else {
					first[key] = e
				}
				if one != nil {
					p.FoundOn(one, message)
					first[key] = nil // it was reported
				}
			}
		}
	},
}
