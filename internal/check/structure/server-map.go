package structure

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var serverMap = &check.Check{
	ID:       "structure/server-map",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.1.1", "axe server-side-image-map"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("img") {
			if !e.Has("ismap") || p.View.Tree().Hidden(e) {
				continue
			}
			for up := e.Parent; up != nil; up = up.Parent {
				if up.Is("a") && up.Has("href") {
					p.FoundOn(e, "where this picture leads depends on where exactly it is clicked, which nobody can do by keyboard")
					break
				}
			}
		}
	},
}
