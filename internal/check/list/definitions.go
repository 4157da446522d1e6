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
			case wrong != "" && onlyItems(p, e):
				p.FoundBeyondAxe(e, "this list of terms has "+wrong+" in it that is neither a term nor what it means")
			case wrong != "":
				p.FoundOn(e, "this list of terms has "+wrong+" in it that is neither a term nor what it means")
			case unordered(e):
				p.FoundOn(e, unpaired)
			case !paired(e):
				p.FoundBeyondAxe(e, unpaired)
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

const unpaired = "this list of terms has a term without a meaning, or a meaning without a term"

// onlyItems says whether nothing is wrong in a list of terms but items of another
// kind of list, and terms by role alone, which axe-core lets stand there.
func onlyItems(p *check.OutputPass, list *dom.Element) bool {
	fit := func(c *dom.Element) bool {
		role, written := p.View.Tree().Explicit(c)
		if written {
			return role == "listitem" || role == "term" || role == "definition"
		}
		return c.Is("dt", "dd", "li")
	}
	return firstWrong(p, list, func(c *dom.Element) bool {
		_, written := p.View.Tree().Explicit(c)
		return fit(c) || c.Is("div") && !written && firstWrong(p, c, fit) == ""
	}) == ""
}

// unordered says whether no meaning follows a term among those that stand directly
// in a list and in no group of their own.
func unordered(list *dom.Element) bool {
	any, term := false, false
	for _, c := range list.Children {
		any = any || c.Element.Is("dt", "dd")
		term = term || c.Element.Is("dt")
		if term && c.Element.Is("dd") {
			return false
		}
	}
	return any
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
