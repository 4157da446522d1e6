package aria

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var braille = &check.Check{
	ID:       "aria/braille",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-braille-equivalent"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("aria-braillelabel", "aria-brailleroledescription") {
			if t.Hidden(e) {
				continue
			}
			if !blank(attribute(e, "aria-braillelabel")) && t.Name(e) == "" {
				p.FoundOn(e, "this element has a name in braille and none that is spoken")
			}
			if !blank(attribute(e, "aria-brailleroledescription")) && blank(attribute(e, "aria-roledescription")) {
				p.FoundOn(e, "the role of this element is described in braille and not in speech")
			}
		}
	},
}
