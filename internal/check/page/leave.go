package page

import (
	"cmp"
	"net/url"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
)

var leave = &check.Check{
	ID:       "page/leave",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		l, set := languageOf(p), p.Site.Config.Leave
		wanted := cmp.Or(set[l.Tag], set[l.Plain().Tag])
		for a := range p.All("a") {
			href, _ := a.Attribute("href")
			if isWayOut(a, href) && (wanted == "" || href == wanted) && p.View.Seen(a) && p.View.Tree().Name(a) != "" {
				return
			}
		}
		p.Found(p.Start(), "no link on /"+strings.TrimSuffix(p.Path, "index.html")+" leaves the site at once")
	},
}

// isWayOut tells a plain link to another site that says nothing of where
// somebody came from.
func isWayOut(a *dom.Element, href string) bool {
	for around := a.Parent; around != nil; around = around.Parent {
		if around.Is("main") { // a link in the text, which scrolls away
			return false
		}
	}
	to, err := url.Parse(href)
	return err == nil && to.Scheme == "https" && to.Host != "" && a.HasWord("rel", "noreferrer") && a.HasWord("rel", "nofollow")
}
