package lang

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var xmlUnknown = &check.Check{
	ID:       "lang/xml-unknown",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 3.1.2", "axe valid-lang"),
	Output: func(p *check.OutputPass) {
		for e := range p.Among(p.HTML.With("xml:lang")) {
			tag, _ := e.Attribute("xml:lang")
			if e.Parent == nil || tag == "" || lang.KnownPrimary(tag) || p.View.Tree().Hidden(e) || !wordsIn(p, e) {
				continue
			}
			p.FoundOn(e, fmt.Sprintf("this part says in xml:lang that its language is “%s”, which is not the code of any language", tag))
		}
	},
}
