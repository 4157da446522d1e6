package list

import (
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var definitions = &check.Check{
	ID:       "list/definitions",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe definition-list"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		for e := range p.All("dl") {
			if e.Has("role") || tree.Hidden(e) {
				continue
			}
			switch wrong := firstWrong(p, e, func(c *dom.Element) bool { return c.Is("dt", "dd") || c.Is("div") && onlyTerms(p, c) }); {
			case wrong != "":
				p.FoundOn(e, "this list of terms has "+wrong+" in it that is neither a term nor what it means")
			case !paired(e):
				p.FoundOn(e, "this list of terms has a term without a meaning, or a meaning without a term")
			}
		}
	},
}

// onlyTerms says whether a div in a list of terms is a group of them.
func onlyTerms(p *check.OutputPass, div *dom.Element) bool {
	if role, written := p.View.Tree().Explicit(div); written && role != "none" {
		return false
	}
	return firstWrong(p, div, func(c *dom.Element) bool { return c.Is("dt", "dd") }) == ""
}

// paired says whether a list of terms begins with a term and has something that a
// term means, each group of its own too. A single term without a meaning is left
// to its writer.
func paired(list *dom.Element) bool {
	first, meant := "", false
	for _, c := range list.Children {
		switch {
		case c.Element.Is("div"):
			if !paired(c.Element) {
				return false
			}
		case c.Element.Is("dt", "dd"):
			if first == "" {
				first = c.Element.Tag
			}
			meant = meant || c.Element.Tag == "dd"
		}
	}
	return first == "" || first == "dt" && meant
}
