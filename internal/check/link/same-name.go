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
		for e := range p.Elements() {
			if !linked(p, e) {
				continue
			}
			name := strings.ToLower(tree.Name(e))
			target := target(p.Path, e)
			switch other, known := first[name]; {
			case name == "" || target == "":
			case !known:
				first[name] = target
			case other != target && !asked[name]:
				asked[name] = true
				p.AskOn(e, fmt.Sprintf("this link is called “%s”, as is one before it that leads elsewhere: do both lead to the same thing?", tree.Name(e)))
			}
		}
	},
}

// linked says whether e is a link that assistive technology is told of.
func linked(p *check.OutputPass, e *dom.Element) bool {
	return (e.Tag == "a" || e.Tag == "area") && p.View.Tree().Role(e) == "link" && !p.View.Tree().Hidden(e)
}

// target is where a link leads, in one spelling; "" if that cannot be told.
func target(from string, e *dom.Element) string {
	href, written := e.Attribute("href")
	if !written {
		href, _ = e.Attribute("xlink:href")
	}
	base, err := url.Parse("/" + strings.TrimPrefix(from, "/"))
	if err != nil {
		return ""
	}
	to, err := base.Parse(strings.TrimSpace(href))
	if err != nil {
		return ""
	}
	to.Path = strings.TrimSuffix(to.Path, "index.html")
	return to.String()
}
