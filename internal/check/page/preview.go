package page

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
)

// Chat programs and social networks fetch a page that somebody sends to somebody,
// and show these of it to everyone who looks at the phone.
// https://ogp.me/ and https://schema.org/
var preview = &check.Check{
	ID:       "page/preview",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		title := ""
		for _, e := range p.HTML.All("title") {
			if e.Is("title") {
				title = strings.TrimSpace(e.Text())
				break
			}
		}
		for _, e := range p.HTML.All("meta", "link") {
			name, _ := e.Attribute("property")
			if name == "" {
				name, _ = e.Attribute("name")
			}
			rel, _ := e.Attribute("rel")
			content, _ := e.Attribute("content")
			name = strings.ToLower(strings.TrimSpace(name))
			_, what, shown := strings.Cut(name, ":")
			switch {
			case e.Is("link") && strings.EqualFold(strings.TrimSpace(rel), "manifest"):
				p.Found(p.At(e), "a manifest lets the site be installed, with its name and icon among the phone's programs")
			case e.Is("link"):
			case name == "apple-mobile-web-app-title" || name == "application-name" || shown && appears(name) && what == "title":
				if strings.TrimSpace(content) != title {
					p.Found(p.At(e), "a preview of the page would say “"+content+"”, not what the browser's tab says")
				}
			case shown && appears(name) && what != "locale" && what != "type" && what != "url" && what != "card":
				p.Found(p.At(e), name+" would show more of the page than the browser's tab does")
			}
		}
	},
}

// appears tells the vocabularies that previews are made from.
func appears(name string) bool {
	for _, vocabulary := range []string{"og:", "twitter:", "article:", "fb:"} {
		if strings.HasPrefix(name, vocabulary) {
			return true
		}
	}
	return false
}
