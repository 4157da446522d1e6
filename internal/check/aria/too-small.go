package aria

import (
	"fmt"
	"strconv"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var tooSmall = &check.Check{
	ID:       "aria/too-small",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-valid-attr-value"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		attributes(p.HTML, func(e *dom.Element, name, value string) {
			least, counted := standards.LeastNumber(name)
			if n, err := strconv.Atoi(keyword(e, name)); counted && err == nil && n < least && !t.Hidden(e) {
				p.FoundOn(e, fmt.Sprintf("%s is at least %d, and here it is %d", name, least, n))
			}
		})
	},
}
