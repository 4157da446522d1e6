package heading

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

// The title of the front matter is the page's own heading.
var secondH1 = &check.Check{
	ID:       "heading/second-h1",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		for _, h := range p.Page.Doc.Headings {
			if h.Level == 1 {
				p.Found(h.At, "this is a second main heading; the title of the page is the first")
			}
		}
	},
}
