package contrast

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var enhanced = &check.Check{
	ID:       "contrast/enhanced",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.4.6", "ACT 09o5cg", "axe color-contrast-enhanced"),
	Output: func(p *check.OutputPass) {
		for _, r := range readings(p) {
			if r.best < r.least() || r.best >= r.enhanced() || r.on != nil || r.same || r.doubt {
				continue
			}
			p.FoundOn(r.of, fmt.Sprintf("%sthese words are not easy to see for everybody: their colour (%s) and the one behind them (%s) have a contrast of %s, and %s is best at %s",
				r.where(), hex(r.front), hex(r.back), ratio(r.best), r.size(), ratio(r.enhanced())))
		}
	},
}
