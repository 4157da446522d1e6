package name

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var objectOther = &check.Check{
	ID:       "name/object-other",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "axe object-alt"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("object") {
			if is(e, "object") && !explicit(t, e) && exposed(t, e) && unsaid(t.Name(e)) && !fallback(e) &&
				(!medium(e) || missing(p, attribute(e, "data"))) {
				p.FoundOn(e, "this object has no name, and nothing stands in it for those who cannot use it")
			}
		}
	},
}

// fallback says whether something stands in an object for those who cannot use
// what it embeds.
func fallback(e *dom.Element) bool {
	return len(e.Inside()) > 0 || strings.TrimSpace(e.Text()) != ""
}
