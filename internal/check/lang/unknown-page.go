package lang

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var unknownPage = &check.Check{
	ID:       "lang/unknown-page",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.1", "ACT bf051a", "axe html-lang-valid"),
	Output: func(p *check.OutputPass) {
		tag, _ := p.HTML.Root.Attribute("lang")
		if strings.Trim(tag, " \t\n\f\r") != "" && !lang.KnownPrimary(tag) {
			p.FoundOn(p.HTML.Root, fmt.Sprintf("the page says that its language is “%s”, which is not the code of any language", tag))
		}
	},
}
