package lang

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var xmlMismatch = &check.Check{
	ID:       "lang/xml-mismatch",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.1", "ACT 5b7ae0", "axe html-xml-lang-mismatch"),
	Output: func(p *check.OutputPass) {
		html, _ := p.HTML.Root.Attribute("lang")
		xml, _ := p.HTML.Root.Attribute("xml:lang")
		if xml == "" || !lang.KnownPrimary(html) || primary(html) == primary(xml) {
			return
		}
		p.FoundOn(p.HTML.Root, fmt.Sprintf("the page names two languages for itself: “%s” in lang and “%s” in xml:lang", html, xml))
	},
}

// primary is the part of a tag that names the language itself.
func primary(tag string) string {
	first, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return first
}
