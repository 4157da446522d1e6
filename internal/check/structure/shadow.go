package structure

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Browsers make a shadow root of such a template: a page within the page, with
// styles, ids and labels of its own. Its words are seen, and the checks do not see
// them.
var shadow = &check.Check{
	ID:       "structure/shadow",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2"),
	Output: func(p *check.OutputPass) {
		for _, e := range p.HTML.All("template") {
			if mode := e.Keyword("shadowrootmode"); e.Is("template") && e.Parent != nil && (mode == "open" || mode == "closed") {
				p.AskOn(e.Parent, "readers see what this template holds, and the checks could not look at it: does it work with a keyboard and a screen reader?")
			}
		}
	},
}
