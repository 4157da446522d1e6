package structure

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var headingOrder = &check.Check{
	ID:       "structure/heading-order",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe heading-order"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		level := 0
		for e := range p.Among(tree.ByRole("heading")) {
			next := tree.Level(e)
			if next == 0 || tree.Hidden(e) {
				continue
			}
			_, _, written := e.Source() // heading/skipped looks at what a writer wrote
			if level > 0 && next > level+1 && (!written || p.Site == nil) {
				p.FoundOn(e, fmt.Sprintf("this heading is of level %d, and the one before it is of level %d", next, level))
			}
			level = next
		}
	},
}
