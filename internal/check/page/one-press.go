package page

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/site"
)

// withinReach are the roles whose pages everyone must reach from everywhere.
var withinReach = []string{"safety", "removal", "accessibility"}

var onePress = &check.Check{
	ID:       "page/one-press",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		if p.HTML == nil {
			return
		}
		l := languageOf(p)
		reached := map[string]bool{p.Path: true}
		for a := range p.All("a") {
			if href, written := a.Attribute("href"); written && p.View.Seen(a) {
				reached[leadsTo(p, href)] = true
			}
		}
		for _, role := range withinReach {
			page := cmp.Or(p.Site.OfRole(l.Tag, role), p.Site.OfRole(l.Plain().Tag, role), p.Site.OfRole(p.Site.Default().Tag, role))
			if page != nil && !reached[page.Address.File()] {
				p.Found(p.Start(), "no link on /"+strings.TrimSuffix(p.Path, "index.html")+" leads to the "+role+" page")
			}
		}
	},
}

// languageOf is the language of a finished page: that of its folder, else the
// default one.
func languageOf(p *check.OutputPass) lang.Language {
	folder, _, _ := strings.Cut(p.Path, "/")
	if l, ok := p.Site.Language(folder); ok {
		return l
	}
	return p.Site.Default()
}

// leadsTo is the file of the output that answers where a link of a page leads, or
// nothing where it leads elsewhere.
func leadsTo(p *check.OutputPass, href string) string {
	root := "/"
	if base, err := url.Parse(p.Site.Config.BaseURL); err == nil && base.Path != "" {
		root = base.Path
	}
	to, err := (&url.URL{Path: path.Join(root, p.Path)}).Parse(strings.TrimSpace(href))
	if err != nil || to.Host != "" || to.Scheme != "" {
		return ""
	}
	below, _ := strings.CutPrefix(to.Path, root)
	return site.Address(below).File()
}
