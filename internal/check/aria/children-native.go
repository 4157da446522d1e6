package aria

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var childrenNative = &check.Check{
	ID:       "aria/children-native",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "ACT bc4a75"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		wrongChildren(p, func(e *dom.Element) bool { _, ok := t.Explicit(e); return !ok && !is(e, "select", "datalist") })
	},
}
