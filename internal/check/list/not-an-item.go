package list

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var notAnItem = &check.Check{
	ID:       "list/not-an-item",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe list"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		for e := range p.All("ul", "ol", "menu") {
			if tree.Role(e) != "list" || tree.Hidden(e) {
				continue
			}
			if wrong := firstWrong(p, e, func(c *dom.Element) bool {
				role, written := tree.Explicit(c)
				return written && role == "listitem" || c.Is("li") && (!written || role == "none")
			}); wrong != "" {
				p.FoundOn(e, "this list has "+wrong+" in it that stands in no item")
			}
		}
	},
}

// firstWrong says what stands in a list that is neither fit nor without meaning:
// "" for nothing.
func firstWrong(p *check.OutputPass, list *dom.Element, fit func(*dom.Element) bool) string {
	for _, c := range list.Children {
		switch {
		case c.Element == nil:
			if strings.TrimSpace(c.Text) != "" {
				return "text"
			}
		case c.Element.Is("script", "template", "noscript", "style", "link", "meta", "slot") || p.View.Tree().Hidden(c.Element) || fit(c.Element):
		default:
			return "a “" + c.Element.Tag + "”"
		}
	}
	return ""
}
