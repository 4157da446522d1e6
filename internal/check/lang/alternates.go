package lang

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/lang"
)

// Search engines follow these links only where the pages name each other.
// https://developers.google.com/search/docs/specialty/international/localized-versions
var alternates = &check.Check{
	ID:       "lang/alternates",
	Severity: finding.Error,
	Output: func(p *check.OutputPass) {
		links := named(p.HTML)
		if len(links) == 0 {
			return
		}
		own, self := canonical(p), false
		for _, tag := range slices.Sorted(maps.Keys(links)) {
			link := links[tag]
			to := address(link)
			if tag != xDefault {
				if _, bad := lang.Parse(tag); bad != nil {
					p.FoundOn(link, fmt.Sprintf("the page says that it is there in “%s”, which is not the code of a language", tag))
					continue
				}
			}
			switch {
			case to == nil || to.Host == "":
				p.FoundOn(link, fmt.Sprintf("the address of the page in “%s” is not written in full, so search engines pass over it", tag))
			case own == nil || to.Host != own.Host:
			case to.Path == own.Path:
				self = self || tag == xDefault || strings.EqualFold(tag, pageTag(p.HTML))
			case tag == xDefault: // it need not name each page
			case p.Site == nil || len(p.Site.Pages) == 0:
				answers(p, link, tag, to, own)
			}
		}
		switch {
		case own != nil && !self:
			p.Found(p.Start(), "the page names its translations, but not itself among them, so search engines trust none of them")
		case p.Page != nil && p.Path == p.Page.Address.File(): // not a list that was made from it
			complete(p, links)
		}
	},
}

// xDefault stands for readers whose language is not there.
const xDefault = "x-default"

// named are the links of a page to itself in each language, by tag.
func named(html *dom.Document) map[string]*dom.Element {
	links := map[string]*dom.Element{}
	for _, e := range html.All("link") {
		tag, written := e.Attribute("hreflang")
		rel, _ := e.Attribute("rel")
		for word := range strings.FieldsSeq(strings.ToLower(rel)) {
			if word == "alternate" && written && !e.Has("type") {
				links[tag] = e
			}
		}
	}
	return links
}

// canonical is the page's own address, as it says it; nil where it does not.
func canonical(p *check.OutputPass) *url.URL {
	for _, e := range p.HTML.All("link") {
		if e.Keyword("rel") == "canonical" {
			if own := address(e); own != nil && own.Host != "" {
				return own
			}
		}
	}
	return nil
}

// address is where a link leads; nil where that cannot be read.
func address(link *dom.Element) *url.URL {
	href, _ := link.Attribute("href")
	to, err := url.Parse(strings.TrimSpace(href))
	if err != nil {
		return nil
	}
	return to
}

func pageTag(html *dom.Document) string { tag, _ := html.Root.Attribute("lang"); return tag }

// answers looks whether the other page names this one. Of a site that Handrail
// makes, complete says the same without reading each page again.
func answers(p *check.OutputPass, link *dom.Element, tag string, to, own *url.URL) {
	if p.View.Linked == nil {
		return
	}
	// A site may be looked at where it does not lie at the top of its server.
	here := "/" + strings.TrimSuffix(p.Path, "index.html")
	above, known := strings.CutSuffix(own.Path, here)
	if !known {
		above = ""
	}
	top := strings.Repeat("../", strings.Count(p.Path, "/"))
	other := p.View.Linked(top + strings.TrimPrefix(strings.TrimPrefix(to.Path, above), "/"))
	if other == nil {
		p.FoundOn(link, fmt.Sprintf("the page in “%s” that this one names is not there", tag))
		return
	}
	for _, back := range named(other) {
		if u := address(back); u != nil && u.Host == own.Host && u.Path == own.Path {
			return
		}
	}
	p.FoundOn(link, fmt.Sprintf("the page in “%s” does not name this one in turn, so search engines pass over both", tag))
}

// complete compares the links of a page of content with the translations that
// it has. When each page names all of them, they name each other.
func complete(p *check.OutputPass, links map[string]*dom.Element) {
	for _, tag := range slices.Sorted(maps.Keys(p.Page.Translations)) {
		other := p.Page.Translations[tag]
		link := links[tag]
		if link == nil {
			p.Found(p.Start(), fmt.Sprintf("the page is there in %s (%s), and does not say so to search engines", other.Lang.Autonym, tag))
		} else if to := address(link); to == nil || !strings.HasSuffix(to.Path, "/"+string(other.Address)) {
			p.FoundOn(link, fmt.Sprintf("the link to the page in %s (%s) leads to another page", other.Lang.Autonym, tag))
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(links)) {
		if link := links[tag]; tag != xDefault && p.Page.Translations[tag] == nil && !listed(tag, address(link)) {
			p.FoundOn(link, fmt.Sprintf("the page says that it is there in “%s”, and it is not", tag))
		}
	}
}

// listed tells whether an address is the home page of a language, or one of its
// lists, which are there without a page of content.
func listed(tag string, to *url.URL) bool {
	if to == nil {
		return false
	}
	if strings.HasSuffix(to.Path, "/"+tag+"/") {
		return true
	}
	for _, k := range kind.Kinds() {
		if k.Folder != "" && strings.HasSuffix(to.Path, "/"+tag+"/"+k.Folder+"/") {
			return true
		}
	}
	return false
}
