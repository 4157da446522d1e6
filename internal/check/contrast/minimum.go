package contrast

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Text without the minimum contrast lacks the enhanced one all the more.
var minimum = &check.Check{
	ID:       "contrast/minimum",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.3", "WCAG 1.4.6", "ACT afw4f7", "ACT 09o5cg", "axe color-contrast"),
	Output: func(p *check.OutputPass) {
		asked := map[*dom.Element]bool{} // pictures, however many words stand on them
		for _, r := range readings(p) {
			switch {
			case r.on != nil:
				if !asked[r.on] {
					p.AskOn(r.of, "these words stand on a picture: can they be told from it everywhere?")
				}
				asked[r.on] = true
			case r.best >= r.least():
			case r.same:
				p.AskOn(r.of, r.where()+"these words have the very colour of what is behind them: are they meant to be seen?")
			case r.doubt:
				p.AskOn(r.of, fmt.Sprintf("%sthese words may be hard to see (their colour %s, behind them perhaps %s: %s); please look at them",
					r.where(), hex(r.front), hex(r.back), ratio(r.best)))
			default:
				p.FoundOn(r.of, fmt.Sprintf("%sthese words are hard to see: their colour (%s) and the one behind them (%s) have a contrast of %s, and %s needs %s",
					r.where(), hex(r.front), hex(r.back), ratio(r.best), r.size(), ratio(r.least())))
			}
		}
	},
}

// where says for whom it is so.
func (r reading) where() string {
	switch {
	case r.dark:
		return "in dark colours, "
	case r.twice:
		return "in light and in dark colours, "
	}
	return ""
}

func (r reading) size() string {
	if r.large {
		return "large text"
	}
	return "text of this size"
}
