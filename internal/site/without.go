package site

import (
	"slices"
	"strings"

	"handrail/internal/markdown"
)

// Shown is what readers may see of a page.
type Shown struct {
	Withheld bool
	// Marked keeps a withheld page in the preview, with a word that says so.
	Marked bool
	// Except lists the surfaces that a page which is shown must stay away from:
	// print, feed, search, and training, which is to be quoted in other pages.
	Except []string
}

// On tells whether the page may show on a surface.
func (p *Page) On(surface string) bool { return !slices.Contains(p.except, surface) }

// Without returns the library as readers may see it: without the pages that are
// withheld, and without what other pages show of them. Shown decides about each
// page. The site itself is not changed; pages of it and of the returned one are
// not the same.
func (s *Site) Without(shown func(*Page) Shown) *Site {
	out := &Site{Config: s.Config, Languages: s.Languages, PictureFiles: s.PictureFiles, Tracking: s.Tracking, Files: s.Files,
		Problems: s.Problems, Pictures: map[string]*Picture{}, whole: s}
	numbers := map[*Page]int{}
	for _, p := range s.Pages {
		what := shown(p)
		if what.Withheld && !what.Marked {
			continue
		}
		copied := &Page{Kind: p.Kind, Data: p.Data, File: p.File, Lang: p.Lang, Path: p.Path, Folder: p.Folder, Address: p.Address,
			Front: p.Front, Doc: p.Doc, Prompts: p.Prompts, Harms: p.Harms, Unapproved: what.Withheld, except: what.Except}
		for _, r := range p.Recommendations {
			rec := *r
			rec.Page = copied
			copied.Recommendations = append(copied.Recommendations, &rec)
		}
		if record := s.records[p]; record != nil {
			out.Attach(copied, record)
		}
		numbers[copied] = p.Number
		out.Pages = append(out.Pages, copied)
	}
	out.Freeze()
	for _, p := range out.Pages {
		// A page keeps its number, whatever is withheld before it: a person has
		// approved "Story 4".
		p.Number = numbers[p]
		p.Doc = out.unquoted(p)
	}
	for _, p := range out.Pages {
		for _, destination := range p.pictured() {
			if picture := s.Picture(p, destination); picture != nil {
				out.Pictures[picture.Path] = picture
			}
		}
	}
	return out
}

// pictured lists the pictures that a page refers to.
func (p *Page) pictured() []string {
	var all []string
	for _, i := range p.Common().Images {
		all = append(all, i.Src)
	}
	for _, i := range p.Doc.Images {
		all = append(all, i.Destination)
	}
	return all
}

// Hides tells whether a link of page p leads to a page that is withheld, or to a
// list that is not there because all in it is.
func (s *Site) Hides(p *Page, destination string) bool {
	return s.whole != nil && s.Resolve(p, destination).Broken != "" && s.whole.Resolve(p, destination).Broken == ""
}

// Hidden is the withheld page that a link of page p leads to, or nil.
func (s *Site) Hidden(p *Page, destination string) *Page {
	if s.Hides(p, destination) {
		return s.whole.Resolve(p, destination).Page
	}
	return nil
}

// Quotes tells whether page p may show a container. It may show all but a pull
// quote of a piece that is not there in the page's language, or that may not be
// used for training.
func (s *Site) Quotes(p *Page, c *markdown.Container) bool {
	if c.Name != "pull-quote" {
		return true
	}
	id, _, _ := strings.Cut(c.Attributes["from"], "#")
	key := p.Lang.Tag + "/" + id
	if s.whole == nil || s.whole.byID[key] == nil {
		return true // nothing is withheld, or there is no such piece, as a check says
	}
	from := s.byID[key]
	return from != nil && from.On("training")
}

// unquoted is the document of a page without the running text of pull quotes
// that must not show, for all who read words from it.
func (s *Site) unquoted(p *Page) *markdown.Document {
	hidden := func(c *markdown.Container) bool {
		for ; c != nil; c = c.Parent {
			if !s.Quotes(p, c) {
				return true
			}
		}
		return false
	}
	if !slices.ContainsFunc(p.Doc.Containers, hidden) {
		return p.Doc
	}
	doc := *p.Doc
	doc.Blocks = slices.DeleteFunc(slices.Clone(p.Doc.Blocks), func(b markdown.Block) bool { return hidden(b.Container) })
	return &doc
}
