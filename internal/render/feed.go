package render

import (
	"context"
	"encoding/xml"
	"fmt"
	"slices"

	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/site"
)

// Atom, RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string       `xml:"id"`
	Title   string       `xml:"title"`
	Updated string       `xml:"updated"`
	Summary string       `xml:"summary"`
	Authors []atomAuthor `xml:"author"`
	Link    atomLink     `xml:"link"`
}

// undated is when a page that says no month counts as changed. The real time
// would make every build differ.
const undated = "2000-01"

// feeds are one Atom feed for each language. They need a base URL.
func (r *Renderer) feeds() []Job {
	if r.site.Config.BaseURL == "" {
		return nil
	}
	var jobs []Job
	for _, l := range r.site.Languages {
		var content []string
		for _, p := range r.fed(l) {
			content = append(content, p.Common().ID)
		}
		jobs = append(jobs, Job{Path: string(site.Feed(l)), Content: content, Make: func(context.Context) ([]byte, error) { return r.feed(l) }})
	}
	return jobs
}

// fed are the pages of a language's feed, the newest first.
func (r *Renderer) fed(l lang.Language) []*site.Page {
	var pages []*site.Page
	for _, p := range r.site.Pages {
		if k, _ := kind.Named(p.Kind); p.Lang.Tag == l.Tag && k.Folder != "" && p.On("feed") {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *site.Page) int {
		if a, b := changed(a), changed(b); a > b {
			return -1
		} else if a < b {
			return 1
		}
		return 0
	})
	return pages[:min(len(pages), 50)]
}

func changed(p *site.Page) string {
	if p.Common().Changed == "" {
		return undated
	}
	return p.Common().Changed
}

func (r *Renderer) feed(l lang.Language) ([]byte, error) {
	title := r.siteTitle(l)
	home := r.absolute(site.Home(l))
	feed := atomFeed{Lang: l.Tag, ID: home, Title: title, Updated: undated + "-01T00:00:00Z", Author: atomAuthor{title},
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: r.absolute(site.Feed(l))}, {Rel: "alternate", Type: "text/html", Href: home}}}
	for i, p := range r.fed(l) {
		c := p.Common()
		updated := changed(p) + "-01T00:00:00Z"
		if i == 0 {
			feed.Updated = updated
		}
		entry := atomEntry{ID: r.absolute(p.Address), Title: c.Title, Updated: updated, Summary: c.Summary,
			Link: atomLink{Rel: "alternate", Type: "text/html", Href: r.absolute(p.Address)}}
		for _, name := range c.Authors {
			if name != "uncredited by choice" {
				entry.Authors = append(entry.Authors, atomAuthor{name})
			}
		}
		feed.Entries = append(feed.Entries, entry)
	}
	return asXML(feed)
}

func asXML(v any) ([]byte, error) {
	data, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing XML: %w", err)
	}
	return append([]byte(xml.Header), append(data, '\n')...), nil
}
