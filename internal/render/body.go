package render

import (
	"context"
	"fmt"
	"html/template"
	"strings"

	"handrail/internal/markdown"
	"handrail/internal/site"
)

// bodySizes is how wide a picture in the text is shown, for browsers that
// choose among its files: as wide as the measure, or the screen.
const bodySizes = "(min-width: 45rem) 40rem, 100vw"

// rendering tells markdown what only the site knows: where links lead, which
// files a picture has, how the theme makes containers.
func (r *Renderer) rendering(ctx context.Context, v *View, p *site.Page) markdown.Rendering {
	return markdown.Rendering{
		Link: func(l markdown.Link) markdown.Target {
			if r.site.Hides(p, l.Destination) {
				return markdown.Target{Nowhere: true}
			}
			target := r.site.Resolve(p, l.Destination)
			to := markdown.Target{Href: r.target(v.page, target, l.Destination), External: target.External != ""}
			if target.Fallback {
				to.HrefLang = target.Page.Lang.Tag
				to.Note = r.word(p.Lang, "in_language", "language", target.Page.Lang.Autonym)
			}
			return to
		},
		TopHeading: 2,
		Picture: func(i markdown.Image) (markdown.Picture, bool) {
			shown := r.picture(v.page, p, i.Destination, i.Alt, i.Title, i.Credit)
			if shown == nil {
				return markdown.Picture{}, false
			}
			return markdown.Picture{Src: shown.Src, SrcSet: shown.SrcSet, Sizes: bodySizes, Width: shown.Width, Height: shown.Height, Credit: shown.Credit}, true
		},
		Container: func(c *markdown.Container, h markdown.ContainerHTML) (template.HTML, error) {
			if !r.site.Quotes(p, c) {
				return "", nil
			}
			if !r.theme.HasContainer(c.Name) {
				return h.All, nil
			}
			html, err := r.theme.Container(ctx, c.Name, r.container(v, p, c, h))
			return trusted(html), err
		},
		Terms: r.linked(v, p),
		Words: func(key string) string { return r.word(p.Lang, key) },
	}
}

// target writes the address of what a link leads to.
func (r *Renderer) target(from site.Address, t site.Target, written string) string {
	switch {
	case t.External != "":
		return t.External
	case t.Broken != "":
		return written // a check has said so; nothing is published
	}
	href := ""
	if t.Address != from {
		href = r.href(from, t.Address)
	}
	if t.Fragment != "" {
		href += "#" + t.Fragment
	}
	if href == "" {
		href = r.href(from, t.Address)
	}
	return href
}

// linked are the glossary's terms, with addresses as seen from the page. The
// glossary does not link to itself.
func (r *Renderer) linked(v *View, p *site.Page) []markdown.Term {
	glossary := r.glossary(p.Lang)
	if glossary == nil || p.Kind == "glossary" || glossary.Lang.Tag != p.Lang.Tag {
		return nil
	}
	terms := r.terms[p.Lang.Tag]
	base := r.href(v.page, glossary.Address)
	linked := make([]markdown.Term, len(terms))
	for i, t := range terms {
		linked[i] = markdown.Term{Form: t.Form, ID: t.ID, Href: base + "#" + t.ID}
	}
	return linked
}

// container is the view of a fenced container.
func (r *Renderer) container(v *View, p *site.Page, c *markdown.Container, h markdown.ContainerHTML) *ContainerView {
	view := &ContainerView{View: v, ID: c.ID, Name: c.Name, Attributes: c.Attributes, Title: h.Title, Body: h.Body, All: h.All,
		At: fmt.Sprintf("%s:%d", c.At.Path, p.File.OffsetOf(c.At)), Level: levelBelow(p.Doc.Headings, c)}
	for _, part := range h.Parts {
		view.Parts = append(view.Parts, PartView{ID: part.ID, Title: part.Title, Body: part.Body})
	}
	switch c.Name {
	case "elsewhere":
		view.Elsewhere = learners(c.Links)
	case "prompt":
		for _, prompt := range p.Prompts {
			if prompt.Container == c {
				view.Lines = make([]int, prompt.Lines)
			}
		}
	case "recommendation":
		for _, id := range strings.Fields(c.Attributes["audience"]) {
			view.Audiences = append(view.Audiences, label(r.site.Config.Audiences, id, p.Lang.Tag, r.site.Default().Tag))
		}
		for _, rec := range r.recommendations(v, p, "") {
			if rec.ID == c.ID {
				view.Recommendation = &rec
			}
		}
	case "harm":
		for _, id := range strings.Fields(c.Attributes["repair"]) {
			for _, rec := range p.Recommendations {
				if rec.ID == id {
					view.Repairs = append(view.Repairs, Link{Text: rec.Title, Href: "#" + id})
				}
			}
		}
	case "pull-quote":
		id, fragment, _ := strings.Cut(c.Attributes["from"], "#")
		if from := r.site.In(p.Lang.Tag, id); from != nil {
			link := r.link(v, from)
			if fragment != "" {
				link.Href += "#" + fragment
			}
			view.Source = &link
		}
	}
	return view
}

// levelBelow is the level for the heading of a container: one below the
// heading it stands under, so that the outline of the page stays whole.
func levelBelow(headings []markdown.Heading, c *markdown.Container) int {
	level := 1
	for _, h := range headings {
		if h.At.Line > c.At.Line {
			break
		}
		if h.Container == nil {
			level = h.Level
		}
	}
	return min(level+1, 6)
}
