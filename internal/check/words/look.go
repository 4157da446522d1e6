package words

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/kind"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/terms"
)

// look finds the words of the list in all that the page says.
func look(p *check.SourcePass) []spot {
	l := &looker{pass: p, theirs: theirs(p.Page)}
	passages := p.Passages()
	for i := range passages {
		if written(p.Page, passages[i].Field) {
			l.passage(&passages[i])
		}
	}
	for _, t := range append(texts(p.Page), around(p.Site, p.Page)...) {
		l.text(t)
	}
	return l.spots
}

// written tells whether a text of the front matter stands there: a title or a
// summary may have been taken from the text.
func written(p *site.Page, field string) bool {
	_, ok := p.Front.Find(field)
	return ok || field != "title" && field != "summary"
}

type looker struct {
	pass   *check.SourcePass
	theirs *terms.List // the words that the page's author chose
	spots  []spot
}

// passage looks at running text, with the titles and meanings in front of it.
func (l *looker) passage(x *site.Passage) {
	list := l.pass.Site.Terms[x.Lang]
	var chosen []terms.Match
	asked := false
	for _, m := range list.Find(x.Text) {
		part := prose.Span{Start: m.Begin, End: m.End}
		if !m.Term.Counts(l.pass.Page.Kind) || x.Marked(part, markdown.Code|markdown.Address) {
			continue
		}
		if !asked {
			chosen, asked = l.theirs.Find(x.Text), true
		}
		own := x.OwnWords(part)
		if within(chosen, m) || own && !x.FirstPerson && !x.Marked(part, markdown.OwnWords) {
			continue // the author's word, or a quotation: nobody is here to ask
		}
		if own && x.FirstPerson && l.pass.Page.Kind != "story" && !ownWords(x.Container) {
			continue // a quotation too
		}
		l.spots = append(l.spots, spot{term: m.Term, words: x.Text[m.Begin:m.End], at: x.At(m.Begin), own: own})
	}
}

// ownWords tells a passage that a person says of themselves.
func ownWords(c *markdown.Container) bool {
	for ; c != nil; c = c.Parent {
		if c.Name == "own-words" {
			return true
		}
	}
	return false
}

// within tells whether a match touches one of some others.
func within(others []terms.Match, m terms.Match) bool {
	for _, o := range others {
		if o.Begin < m.End && m.Begin < o.End {
			return true
		}
	}
	return false
}

// A text is what readers see besides running text: the organisation's own.
type text struct {
	words string
	at    source.Place
}

// text looks at one of them.
func (l *looker) text(t text) {
	for _, m := range l.pass.Site.Terms[l.pass.Page.Lang.Tag].Find(t.words) {
		if !m.Term.Counts(l.pass.Page.Kind) || within(l.theirs.Find(t.words), m) || quoted(t.words, m) {
			continue
		}
		l.spots = append(l.spots, spot{term: m.Term, words: t.words[m.Begin:m.End], at: t.at})
	}
}

func quoted(words string, m terms.Match) bool {
	for _, q := range site.Quotations(words) {
		if q.Start < m.End && m.Begin < q.End {
			return true
		}
	}
	return false
}

// texts lists what a page says in its front matter and with its pictures,
// beyond its title, its summary and the meanings of a glossary.
func texts(p *site.Page) []text {
	var all []text
	add := func(words string, at source.Place) {
		if words != "" {
			all = append(all, text{words, at})
		}
	}
	c := p.Common()
	add(c.TabTitle, p.At("tab_title"))
	each := func(key string, list []string) {
		for i, words := range list {
			add(words, p.At(fmt.Sprintf("%s.%d", key, i)))
		}
	}
	each("content_notes", c.ContentNotes)
	for i, image := range c.Images {
		add(image.Alt, p.At(fmt.Sprintf("image.%d.alt", i)))
		add(image.Caption, p.At(fmt.Sprintf("image.%d.caption", i)))
	}
	for _, image := range p.Doc.Images {
		add(image.Title, image.At)
		if p.Kind == "story" { // else it is part of the running text
			add(image.Alt, image.At)
		}
	}
	for _, box := range p.Doc.Containers {
		if box.Attributes["title"] != "" && p.Kind != "story" && !ownWords(box) {
			add(box.Title, box.At)
		}
	}
	switch data := p.Data.(type) {
	case *kind.Workbook:
		add(data.PauseText, p.At("pause_text"))
	case *kind.Event:
		add(data.Refusal, p.At("refusal"))
		each("access", data.Access)
		each("costs_upfront", data.CostsUpfront)
	case *kind.Glossary:
		for i, t := range data.Terms {
			for j, m := range t.Meanings {
				add(m.UsedBy, p.At(fmt.Sprintf("term.%d.meaning.%d.used_by", i, j)))
				add(m.AvoidedBy, p.At(fmt.Sprintf("term.%d.meaning.%d.avoided_by", i, j)))
			}
		}
	}
	return all
}

// around lists what a reader finds beside a page: on the home page what the
// configuration says in its language, with a guide what is noted of its
// recommendations.
func around(s *site.Site, p *site.Page) []text {
	var all []text
	add := func(words map[string]string, at source.Place) {
		if words[p.Lang.Tag] != "" {
			all = append(all, text{words[p.Lang.Tag], at})
		}
	}
	if s.OfRole(p.Lang.Tag, "home") == p {
		add(s.Config.Title, s.Config.At("title"))
		add(s.Config.Description, s.Config.At("description"))
		add(s.Config.Notice, s.Config.At("notice"))
		for _, label := range slices.Concat(s.Config.Audiences, s.Config.Contexts) {
			add(label.Name, label.At)
		}
	}
	for _, t := range s.Tracking {
		if p.Kind != "guide" || t.Guide != p.Common().ID {
			continue
		}
		for i := range t.Statuses {
			add(t.Statuses[i].Note, site.FieldPlace(t.Front, t.File, fmt.Sprintf("status.%d.note", i)))
		}
	}
	return all
}

// theirs are the words that a page's author chose: those that a story lists as
// its author's own, and those that a glossary explains. Nil where there are
// none.
func theirs(p *site.Page) *terms.List {
	var words []string
	switch data := p.Data.(type) {
	case *kind.Story:
		words = data.Terms
	case *kind.Glossary:
		for _, t := range data.Terms {
			words = append(append(words, t.Forms...), t.Name, strings.ReplaceAll(t.ID, "-", " "))
		}
	}
	if len(words) == 0 {
		return nil
	}
	return terms.Own(p.Lang.Tag, words)
}
