package render

import (
	"context"
	"slices"

	"handrail/internal/config"
	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/site"
)

// chooser is the first page of all: it asks which language to read in.
func (r *Renderer) chooser() Job {
	l := r.site.Default()
	return r.file("", "chooser", nil, nil, func(context.Context) (*View, error) {
		v := r.frame(l, "", r.word(l, "choose_language"), everywhere(site.Home))
		v.AnyLanguage = v.Canonical
		return v, nil
	})
}

// notFound is the page for an address where nothing is. It speaks every
// language of the site.
func (r *Renderer) notFound() Job {
	l := r.site.Default()
	return r.file("404.html", "not-found", nil, nil, func(context.Context) (*View, error) {
		v := r.frame(l, "404.html", r.word(l, "not_found"), everywhere(site.Home))
		v.Robots, v.Canonical = "noindex", ""
		v.Listing = &Listing{}
		for _, other := range r.site.Languages {
			v.Tasks = append(v.Tasks, Link{Text: r.word(other, "not_found"), Summary: r.word(other, "not_found_help"),
				Note: r.word(other, "home"), Href: r.href("404.html", site.Home(other)), Lang: other.Tag, Dir: other.Dir})
		}
		return v, nil
	})
}

// home is the first page of a language.
func (r *Renderer) home(l lang.Language) Job {
	text := r.site.OfRole(l.Tag, "home")
	var content []string
	if text != nil {
		content = append(content, text.Common().ID)
	}
	return r.file(site.Home(l), "home", text, content, func(ctx context.Context) (*View, error) {
		v := r.frame(l, site.Home(l), r.siteTitle(l), everywhere(site.Home))
		v.AnyLanguage = r.absolute("")
		v.Summary, _ = config.Text(r.site.Config.Description, l.Tag, r.site.Default().Tag)
		if text != nil {
			v.source = text
			v.Title, v.Summary, v.TabTitle = text.Common().Title, text.Common().Summary, r.tabTitle(text)
			var err error
			if v.Piece, err = r.piece(ctx, v, text); err != nil {
				return nil, err
			}
		}
		v.Listing = &Listing{}
		for _, k := range kind.Kinds() {
			if k.Folder == "" {
				continue
			}
			group := Group{ID: k.Name, Title: r.word(l, "section_"+k.Name), Href: r.href(v.page, site.Catalogue(l, k)),
				Cards: r.cards(v, r.site.Listed(l.Tag, k.Name))}
			if len(group.Cards) > 0 {
				v.Groups = append(v.Groups, group)
			}
		}
		return v, nil
	})
}

// catalogues list the pages of each kind: stories by context, the others in
// one list.
func (r *Renderer) catalogues(l lang.Language) []Job {
	var jobs []Job
	for _, k := range kind.Kinds() {
		listed := r.site.Listed(l.Tag, k.Name)
		if k.Folder == "" || len(listed) == 0 {
			continue
		}
		var content []string
		for _, p := range listed {
			content = append(content, p.Common().ID)
		}
		at := func(l lang.Language) site.Address { return site.Catalogue(l, k) }
		jobs = append(jobs, r.file(at(l), "catalogue", r.catalogueText(l, k), content, func(ctx context.Context) (*View, error) {
			v := r.frame(l, at(l), r.word(l, "section_"+k.Name), everywhere(at))
			v.Summary = r.word(l, "about_"+k.Name)
			if text := r.catalogueText(l, k); text != nil {
				v.source = text
				v.Title, v.Summary, v.TabTitle = text.Common().Title, text.Common().Summary, r.tabTitle(text)
				var err error
				if v.Piece, err = r.piece(ctx, v, text); err != nil {
					return nil, err
				}
			}
			v.Crumbs = []Link{v.Home}
			v.Crumbs[0].Text = r.word(l, "home")
			v.Listing = &Listing{Groups: r.groups(v, k, listed)}
			return v, nil
		}))
	}
	return jobs
}

// catalogueText is the index.md of a kind's folder: the words above its list.
func (r *Renderer) catalogueText(l lang.Language, k kind.Kind) *site.Page {
	p := r.site.At(site.Catalogue(l, k))
	if p == nil || p.Kind != "page" {
		return nil
	}
	return p
}

func (r *Renderer) isCatalogueText(p *site.Page) bool {
	for _, k := range kind.Kinds() {
		if k.Folder != "" && p.Address == site.Catalogue(p.Lang, k) && len(r.site.Listed(p.Lang.Tag, k.Name)) > 0 {
			return true
		}
	}
	return false
}

// groups sorts stories by their contexts, and puts other kinds in one group.
// A story stands in the group of each of its contexts.
func (r *Renderer) groups(v *View, k kind.Kind, listed []*site.Page) []Group {
	if k.Name != "story" {
		return []Group{{ID: k.Name, Cards: r.cards(v, listed)}}
	}
	cards := map[string][]Card{}
	var ids []string
	for _, c := range r.site.Config.Contexts {
		ids = append(ids, c.ID)
	}
	for _, p := range listed {
		story, ok := p.Data.(*kind.Story)
		if !ok {
			continue
		}
		for _, id := range story.Context {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
			cards[id] = append(cards[id], r.card(v, p))
		}
	}
	var groups []Group
	for _, id := range ids {
		if len(cards[id]) > 0 {
			groups = append(groups, Group{ID: id, Title: label(r.site.Config.Contexts, id, v.Lang, r.site.Default().Tag), Cards: cards[id]})
		}
	}
	return groups
}

// cards stand for pages in a list. A short version stands on the card of its
// long one.
func (r *Renderer) cards(v *View, listed []*site.Page) []Card {
	var cards []Card
	for _, p := range listed {
		if p.Long != nil {
			continue
		}
		card := r.card(v, p)
		if p.Short != nil {
			link := r.link(v, p.Short)
			card.Short = &link
		}
		cards = append(cards, card)
	}
	return cards
}

// card stands for a page in a list.
func (r *Renderer) card(v *View, p *site.Page) Card {
	c := p.Common()
	card := Card{Link: r.link(v, p), Kind: p.Kind, Number: p.Number, Authors: c.Authors, ContentNotes: c.ContentNotes,
		WrittenFor: c.WrittenFor, Unapproved: p.Unapproved, NotForPrint: !p.On("print"), Minutes: max(1, (p.Doc.Words()+wordsPerMinute/2)/wordsPerMinute)}
	if len(c.Images) > 0 {
		card.Image = r.picture(v.page, p, c.Images[0].Src, c.Images[0].Alt, "", "")
	}
	return card
}
