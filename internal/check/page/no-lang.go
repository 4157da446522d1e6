package page

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noLang = &check.Check{
	ID:       "page/no-lang",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.1", "ACT b5c3f8", "axe html-has-lang"),
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		if xml, _ := p.HTML.Root.Attribute("xml:lang"); xml != "" && strings.HasSuffix(p.Path, ".xhtml") {
			return // XHTML says it that way
		}
		// A no-break space is no white space here; it is a language nobody knows.
		if tag, _ := p.HTML.Root.Attribute("lang"); strings.Trim(tag, " \t\n\f\r") == "" {
			p.Found(p.At(p.HTML.Root), "the finished page does not say which language it is in")
		}
	},
}
