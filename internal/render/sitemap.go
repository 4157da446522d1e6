package render

import (
	"context"
	"encoding/xml"

	"handrail/internal/site"
)

// The sitemap protocol of sitemaps.org, with alternates by language as search
// engines read them.
type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc        string      `xml:"loc"`
	LastMod    string      `xml:"lastmod,omitempty"`
	Alternates []alternate `xml:"xhtml:link"`
}

type alternate struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// sitemap is sitemap.xml and robots.txt. The sitemap needs a base URL.
func (r *Renderer) sitemap() []Job {
	robots := "User-agent: *\nAllow: /\n"
	if r.site.Config.BaseURL == "" {
		return []Job{{Path: "robots.txt", Make: func(context.Context) ([]byte, error) { return []byte(robots), nil }}}
	}
	robots += "Sitemap: " + r.absolute("sitemap.xml") + "\n"
	var content []string
	for _, p := range r.site.Pages {
		if p.On("search") {
			content = append(content, p.Common().ID)
		}
	}
	return []Job{
		{Path: "robots.txt", Make: func(context.Context) ([]byte, error) { return []byte(robots), nil }},
		{Path: "sitemap.xml", Content: content, Make: func(context.Context) ([]byte, error) { return r.urls() }},
	}
}

// urls lists the home pages and every page of content, each with the same
// page in the other languages.
func (r *Renderer) urls() ([]byte, error) {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, l := range r.site.Languages {
		set.URLs = append(set.URLs, sitemapURL{Loc: r.absolute(site.Home(l)), Alternates: r.alternates(func(tag string) (site.Address, bool) {
			return site.Address(tag + "/"), true
		})})
	}
	for _, p := range r.site.Pages {
		if p.Role() == "home" || !p.On("search") {
			continue
		}
		set.URLs = append(set.URLs, sitemapURL{Loc: r.absolute(p.Address), LastMod: p.Common().Changed, Alternates: r.alternates(func(tag string) (site.Address, bool) {
			if t := p.Translations[tag]; t != nil && t.On("search") {
				return t.Address, true
			}
			return "", false
		})})
	}
	return asXML(set)
}

func (r *Renderer) alternates(in func(tag string) (site.Address, bool)) []alternate {
	var links []alternate
	for _, l := range r.site.Languages {
		if to, ok := in(l.Tag); ok {
			links = append(links, alternate{Rel: "alternate", HrefLang: l.Tag, Href: r.absolute(to)})
		}
	}
	if len(links) < 2 {
		return nil
	}
	return links
}
