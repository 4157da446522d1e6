package link

import (
	"fmt"
	"net/url"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var sameName = &check.Check{
	ID:       "link/same-name",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.4", "WCAG 2.4.9", "ACT b20e66", "ACT fd3a94", "axe identical-links-same-purpose"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		first, asked := map[string]string{}, map[string]bool{}
		base, err := url.Parse("/" + strings.TrimPrefix(p.Path, "/"))
		if err != nil {
			return
		}
		var at *dom.Element // one question for all of a page
		for e := range p.Elements() {
			if !linked(p, e) {
				continue
			}
			name := strings.ToLower(tree.Name(e))
			target := target(e)
			switch other, known := first[name]; {
			case name == "":
			case !known:
				first[name] = target
			case other != target && !asked[name] && !sameAddress(base, other, target):
				asked[name] = true
				if at == nil {
					at = e
				}
			}
		}
		switch {
		case len(asked) == 1:
			p.AskOn(at, fmt.Sprintf("this link is called “%s”, as is one before it that leads elsewhere: do both lead to the same thing?", tree.Name(at)))
		case len(asked) > 1:
			p.AskOn(at, fmt.Sprintf("this link is called “%s”, as is one before it that leads elsewhere, and %d more names of links are so too: do links of one name lead to the same thing?", tree.Name(at), len(asked)-1))
		}
	},
}

// linked says whether e is a link that assistive technology is told of.
func linked(p *check.OutputPass, e *dom.Element) bool {
	return (e.Tag == "a" || e.Tag == "area") && p.View.Tree().Role(e) == "link" && !p.View.Tree().Hidden(e)
}

// target is where a link leads, as written.
func target(e *dom.Element) string {
	href, written := e.Attribute("href")
	if !written {
		href, _ = e.Attribute("xlink:href")
	}
	return strings.TrimSpace(href)
}

// sameAddress says whether two addresses on one page lead to the same place.
// One that cannot be read leads anywhere.
func sameAddress(base *url.URL, a, b string) bool {
	first, err := base.Parse(a)
	if err != nil {
		return true
	}
	second, err := base.Parse(b)
	if err != nil {
		return true
	}
	first.Path = strings.TrimSuffix(first.Path, "index.html")
	second.Path = strings.TrimSuffix(second.Path, "index.html")
	return first.String() == second.String()
}
