package landmark

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var outside = &check.Check{
	ID:       "landmark/outside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe region"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		found, first := 0, (*dom.Element)(nil)
		some := false
		for range landmarks(p) {
			some = true
			break
		}
		if !some {
			return // landmark/no-main says so
		}
		all := p.HTML.Elements
		for i := 0; i < len(all); i++ {
			e := all[i]
			if e.Is("head", "script", "style", "template", "noscript", "dialog", "iframe") || landmark(p, e) ||
				live(tree.Role(e)) || skipLink(e) || e.Namespace != dom.HTML {
				i = e.End - 1
				continue
			}
			if holdsWords(e) && !tree.Hidden(e) {
				if found++; first == nil {
					first = e
				}
			}
		}
		switch found {
		case 0:
		case 1:
			p.FoundOn(first, "these words stand in no region of the page, such as its head, main part or foot")
		default:
			p.FoundOn(first, fmt.Sprintf("%d parts of the page stand in no region, such as its head, main part or foot; these words are the first", found))
		}
	},
}

// live says whether changes of the element are read out wherever it stands.
func live(role string) bool {
	switch role {
	case "alert", "log", "status", "alertdialog", "dialog":
		return true
	}
	return false
}

// skipLink says whether e is a link to a part of the page.
func skipLink(e *dom.Element) bool {
	href, _ := e.Attribute("href")
	return e.Is("a") && strings.HasPrefix(href, "#")
}

// holdsWords says whether words stand directly in e, or it is a picture with a
// name.
func holdsWords(e *dom.Element) bool {
	if alt, _ := e.Attribute("alt"); e.Is("img") && alt != "" {
		return true
	}
	for _, c := range e.Children {
		if c.Element == nil && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}
