package render

import (
	"cmp"

	"handrail/internal/config"
	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/site"
)

// frame is the view that every page starts from: what stands around the words.
// Others gives the address of the same page in another language, or nothing
// where it is not there.
func (r *Renderer) frame(l lang.Language, at site.Address, title string, others func(lang.Language) (site.Address, bool)) *View {
	siteTitle := r.siteTitle(l)
	v := &View{
		Lang: l.Tag, Dir: l.Dir, SiteTitle: siteTitle, Title: title, TabTitle: title,
		Canonical: r.absolute(at), page: at, language: l, renderer: r,
	}
	v.Notice, _ = config.Text(r.site.Config.Notice, l.Tag, r.site.Default().Tag)
	v.Own = r.own
	v.Leave = cmp.Or(r.site.Config.Leave[l.Tag], r.site.Config.Leave[l.Plain().Tag], r.word(l, "leave_to"))
	home := site.Home(l)
	v.Home = Link{Text: siteTitle, Href: r.href(at, home), Current: at == home}
	if r.site.Config.BaseURL != "" {
		v.FeedHref = r.href(at, site.Feed(l))
	}
	for _, k := range kind.Kinds() {
		if k.Folder != "" && len(r.site.Listed(l.Tag, k.Name)) > 0 {
			to := site.Catalogue(l, k)
			v.Sections = append(v.Sections, Link{Text: r.word(l, "section_"+k.Name), Href: r.href(at, to), Current: at == to, ID: k.Name})
		}
	}
	if glossary := r.glossary(l); glossary != nil {
		v.Sections = append(v.Sections, r.link(v, glossary))
	}
	for _, role := range kind.Roles() {
		if p := r.ofRole(l, role); p != nil && role != "home" {
			link := r.link(v, p)
			link.ID = role
			v.Required = append(v.Required, link)
		}
	}
	for _, other := range r.site.Languages {
		to, here := others(other)
		if !here && other.Easy() {
			continue // few pages are there in it, and its home page names them
		}
		if !here {
			to = site.Home(other)
		}
		v.Languages = append(v.Languages, LanguageLink{Tag: other.Tag, Dir: other.Dir, Name: other.Autonym, InWords: l.NameOf(other),
			Href: r.href(at, to), Absolute: r.absolute(to), Current: other.Tag == l.Tag, Here: here})
	}
	return v
}

// siteTitle is the site's name in a language; a plain word where nobody has
// given it one yet.
func (r *Renderer) siteTitle(l lang.Language) string {
	title, _ := config.Text(r.site.Config.Title, l.Tag, r.site.Default().Tag)
	if title == "" {
		return r.word(l, "library")
	}
	return title
}

// link is a link from a view's page to a page of content. Where that page is
// in another language, the link says so.
func (r *Renderer) link(v *View, to *site.Page) Link {
	c := to.Common()
	link := Link{Text: v.language.Isolate(c.Title), Href: r.href(v.page, to.Address), Summary: c.Summary, Current: v.page == to.Address, ID: c.ID}
	if to.Lang.Tag != v.language.Tag {
		link.Text, link.Lang, link.Dir = to.Lang.Isolate(c.Title), to.Lang.Tag, to.Lang.Dir
		link.Note = r.word(v.language, "in_language", "language", to.Lang.Autonym)
	}
	return link
}

// glossary is the glossary that readers of a language find.
func (r *Renderer) glossary(l lang.Language) *site.Page {
	listed := r.site.Listed(l.Tag, "glossary")
	if len(listed) == 0 {
		return nil
	}
	return listed[0]
}

// ofRole is the page of a role: in the language, in the one that an Easy Read
// form is made from, or in the default one.
func (r *Renderer) ofRole(l lang.Language, role string) *site.Page {
	return cmp.Or(r.site.OfRole(l.Tag, role), r.site.OfRole(l.Plain().Tag, role), r.site.OfRole(r.site.Default().Tag, role))
}

// everywhere says that a page is there in every language, at the address that
// at gives.
func everywhere(at func(lang.Language) site.Address) func(lang.Language) (site.Address, bool) {
	return func(l lang.Language) (site.Address, bool) { return at(l), true }
}

// translations gives the addresses of a page of content in other languages.
func translations(p *site.Page) func(lang.Language) (site.Address, bool) {
	return func(l lang.Language) (site.Address, bool) {
		if t := p.Translations[l.Tag]; t != nil {
			return t.Address, true
		}
		return "", false
	}
}
