package keyboard

import (
	"fmt"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var tabOrder = &check.Check{
	ID:       "keyboard/tab-order",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe tabindex"),
	Output: func(p *check.OutputPass) {
		for e := range p.Among(p.HTML.With("tabindex")) {
			n, written := axtree.TabIndex(e)
			if written && n > 0 && !p.View.Tree().Hidden(e) {
				p.FoundOn(e, fmt.Sprintf("tabindex %d takes this out of the order in which the page is read", n))
			}
		}
	},
}
