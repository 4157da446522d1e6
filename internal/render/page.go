package render

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"handrail/internal/kind"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
)

// wordsPerMinute is a calm reading pace, on the slow side of what is measured
// for adults reading to understand (Brysbaert 2019: 238 in English).
const wordsPerMinute = 180

// level says in one word how hard a whole page is to read: "easy", "everyday"
// or "hard"; empty where that cannot be said.
func level(p *site.Page) string {
	l := prose.Of(p.Lang.Tag)
	var counts prose.Counts
	for _, b := range p.Doc.Blocks {
		if b.Lang == "" && b.Kind != markdown.HeadingText {
			counts = counts.Plus(l.CountBlock(b.Text))
		}
	}
	const easy, everyday = 6, 9 // years of school; WCAG 3.1.5 draws the line at 9
	years, ok := l.Level(counts)
	switch {
	case !ok:
		return ""
	case years <= easy:
		return "easy"
	case years <= everyday:
		return "everyday"
	}
	return "hard"
}

// page is the job of a page of content.
func (r *Renderer) page(p *site.Page) Job {
	return r.file(p.Address, p.Kind, p, []string{p.Common().ID}, func(ctx context.Context) (*View, error) {
		return r.pageView(ctx, p)
	})
}

func (r *Renderer) pageView(ctx context.Context, p *site.Page) (*View, error) {
	c := p.Common()
	v := r.frame(p.Lang, p.Address, c.Title, translations(p))
	v.source = p
	v.Summary = c.Summary
	v.TabTitle = r.tabTitle(p)
	v.Unapproved, v.NotForPrint = p.Unapproved, !p.On("print")
	if p.Unapproved || !p.On("search") {
		v.Robots = "noindex"
	}
	v.Crumbs = r.crumbs(v, p)
	var err error
	v.Piece, err = r.piece(ctx, v, p)
	return v, err
}

// tabTitle is what stands in the browser's tab and history: true, but it need
// not tell the subject to someone who looks over a shoulder.
func (r *Renderer) tabTitle(p *site.Page) string {
	c := p.Common()
	switch {
	case c.TabTitle != "":
		return c.TabTitle
	case p.Number > 0:
		return r.word(p.Lang, "tab_"+p.Kind, "number", p.Number)
	}
	return c.Title
}

// crumbs lead from the home page down to the page, without it.
func (r *Renderer) crumbs(v *View, p *site.Page) []Link {
	crumbs := []Link{v.Home}
	crumbs[0].Text = r.word(p.Lang, "home")
	if p.Folder == "" {
		return crumbs
	}
	for _, section := range v.Sections {
		if section.ID == p.Kind {
			return append(crumbs, section)
		}
	}
	for at := p.Folder; at != "" && at != "."; {
		address := site.Address(p.Lang.Tag + "/" + at + "/")
		if above := r.site.At(address); above != nil && above != p {
			crumbs = append(crumbs[:1], append([]Link{r.link(v, above)}, crumbs[1:]...)...)
		}
		i := strings.LastIndex(at, "/")
		at = at[:max(i, 0)]
	}
	return crumbs
}

// piece is what a page of content shows of itself.
func (r *Renderer) piece(ctx context.Context, v *View, p *site.Page) (*Piece, error) {
	c := p.Common()
	piece := &Piece{
		ID: c.ID, Kind: p.Kind, Role: p.Role(), Authors: c.Authors, ContentNotes: c.ContentNotes,
		WrittenFor: c.WrittenFor, Version: c.Version, AdaptedFrom: c.AdaptedFrom, AdaptedBy: c.AdaptedBy,
		ReviewedBy: c.ReviewedBy, TestedBy: c.TestedBy,
		NotReviewed: p.Translation != nil && c.ReviewedBy == "" && len(c.TestedBy) == 0, Number: p.Number,
		Level:   level(p),
		Minutes: max(1, (p.Doc.Words()+wordsPerMinute/2)/wordsPerMinute),
	}
	if len(c.Authors) == 1 && c.Authors[0] == "uncredited by choice" {
		piece.ByChoice, piece.Authors = true, nil
	}
	piece.Translation = r.translation(v, p)
	if c.Changed != "" {
		piece.Changed, _ = p.Lang.YearMonth(c.Changed)
	}
	if len(c.Images) > 0 {
		piece.Image = r.picture(v.page, p, c.Images[0].Src, c.Images[0].Alt, c.Images[0].Caption, c.Images[0].Credit)
		if piece.Image != nil {
			piece.Image.Description = strings.TrimPrefix(c.Images[0].Description, "#")
		}
	}
	if p.Short != nil {
		link := r.link(v, p.Short)
		piece.Short = &link
	}
	if p.Long != nil {
		link := r.link(v, p.Long)
		piece.Long = &link
	}
	body, err := p.Doc.HTML(r.rendering(ctx, v, p))
	if err != nil {
		return nil, fmt.Errorf("making the text of %s: %w", p.File.Path, err)
	}
	piece.Body = body
	piece.Contents = contents(p.Doc.Headings)
	r.kindView(v, piece, p)
	return piece, nil
}

// contents lists the headings outside containers, two levels deep.
func contents(headings []markdown.Heading) []Entry {
	var entries []Entry
	for _, h := range headings {
		switch {
		case h.Level == 2 && h.Container == nil || h.Container == nil && len(entries) == 0 && h.Level <= 3:
			entries = append(entries, Entry{ID: h.ID, Text: h.Text, Level: h.Level})
		case h.Level == 3 && h.Container == nil && len(entries) > 0:
			last := &entries[len(entries)-1]
			last.Below = append(last.Below, Entry{ID: h.ID, Text: h.Text, Level: h.Level})
		}
	}
	return entries
}

// kindView adds what only the page's kind shows.
func (r *Renderer) kindView(v *View, piece *Piece, p *site.Page) {
	switch data := p.Data.(type) {
	case *kind.Story:
		piece.Story = r.story(v, p, data)
	case *kind.Workbook:
		piece.Workbook = &WorkbookView{LargePrint: data.LargePrint, PauseText: data.PauseText, Prompts: len(p.Prompts)}
	case *kind.Guide:
		piece.Guide = r.guide(v, p, data)
	case *kind.Event:
		event := &EventView{Host: data.Role == "host", Speaker: data.Role == "speaker", Pays: data.Pays,
			CostsUpfront: data.CostsUpfront, Access: data.Access, Refusal: data.Refusal}
		if p.Pair != nil {
			link := r.link(v, p.Pair)
			event.Pair = &link
		}
		piece.Event = event
	case *kind.Glossary:
		piece.Terms = terms(v, terminology(p))
	case *kind.Page:
		for _, c := range data.Contact {
			contact := Contact{Text: c}
			if strings.Contains(c, "@") && !strings.ContainsAny(c, " <>") {
				contact.Href = "mailto:" + c
			}
			piece.Contact = append(piece.Contact, contact)
		}
	}
}

func (r *Renderer) story(v *View, p *site.Page, data *kind.Story) *StoryView {
	story := &StoryView{Composite: data.Composite, Contributors: data.Contributors, TermsOfUse: data.TermsOfUse}
	stories, _ := kind.Named("story")
	for _, id := range data.Context {
		story.Contexts = append(story.Contexts, Link{ID: id,
			Text: label(r.site.Config.Contexts, id, p.Lang.Tag, r.site.Default().Tag),
			Href: r.href(v.page, site.Catalogue(p.Lang, stories)) + "#" + id})
	}
	before, after := r.site.Neighbours(p)
	if before != nil {
		link := r.link(v, before)
		story.Previous = &link
	}
	if after != nil {
		link := r.link(v, after)
		story.Next = &link
	}
	return story
}

// terminology returns the terms of a glossary page.
func terminology(p *site.Page) []kind.Term {
	if glossary, ok := p.Data.(*kind.Glossary); ok {
		named := make([]kind.Term, len(glossary.Terms))
		for i, t := range glossary.Terms {
			named[i] = t
			if t.Name == "" {
				named[i].Name = t.ID
			}
		}
		return named
	}
	return nil
}

func terms(v *View, from []kind.Term) []TermView {
	var shown []TermView
	for i, t := range from {
		term := TermView{ID: t.ID, Name: t.Name, Disputed: t.Disputed, At: v.At(fmt.Sprintf("term.%d", i))}
		for _, m := range t.Meanings {
			term.Meanings = append(term.Meanings, MeaningView{Text: m.Text, UsedBy: m.UsedBy, AvoidedBy: m.AvoidedBy, Place: m.Place, Legal: m.Legal})
		}
		shown = append(shown, term)
	}
	// Readers look a word up in their own alphabet's order.
	order := v.language.Order()
	slices.SortStableFunc(shown, func(a, b TermView) int { return order(a.Name, b.Name) })
	return shown
}
