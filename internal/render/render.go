// Package render turns a loaded site into finished files.
//
// It plans every file first: which pages there are, what each one shows. Each
// plan can then be carried out on its own, side by side, because nothing in
// the site changes any more.
package render

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/url"
	"path"
	"slices"
	"strings"

	"handrail/internal/config"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/policy"
	"handrail/internal/site"
	"handrail/internal/theme"
)

// A Job is one file to be made.
type Job struct {
	Path    string     // below the output folder
	Page    *site.Page // the content it shows, nil for lists and the like
	Content []string   // ids of all the content it shows
	HTML    bool
	Make    func(context.Context) ([]byte, error)
}

// A Renderer makes the files of one site with one theme.
type Renderer struct {
	site     *site.Site
	theme    *theme.Theme
	base     string // path of the base URL, "/" at least
	own      string // see View.Own
	pictures map[string]*shown
	assets   map[string]string // theme file to its address
	terms    map[string][]markdown.Term
	policy   policy.Policy
}

// New returns a renderer. Its pictures are those that Pictures has made.
func New(s *site.Site, t *theme.Theme) *Renderer {
	r := &Renderer{site: s, theme: t, base: "/", pictures: map[string]*shown{}, assets: map[string]string{}, terms: map[string][]markdown.Term{},
		policy: policy.New(t.Scripts, t.Styles)}
	if u, err := url.Parse(s.Config.BaseURL); err == nil && u.Path != "" {
		r.base = strings.TrimSuffix(u.Path, "/") + "/"
		if r.base == "/" {
			r.own = u.Scheme + "://" + u.Host
		}
	}
	for name, data := range t.Assets {
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		r.assets[name] = "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	}
	for _, l := range s.Languages {
		r.terms[l.Tag] = r.glossaryTerms(l)
	}
	return r
}

// Plan lists every file of the site but the pictures, in a fixed order.
func (r *Renderer) Plan() []Job {
	var jobs []Job
	jobs = append(jobs, r.chooser(), r.notFound())
	for _, l := range r.site.Languages {
		jobs = append(jobs, r.home(l))
		jobs = append(jobs, r.catalogues(l)...)
		jobs = append(jobs, r.reports(l)...)
	}
	for _, p := range r.site.Pages {
		if p.Role() == "home" || r.isCatalogueText(p) {
			continue // shown by the home page and the catalogue
		}
		jobs = append(jobs, r.page(p))
		jobs = append(jobs, r.guideLists(p)...)
	}
	jobs = append(jobs, r.feeds()...)
	jobs = append(jobs, r.sitemap()...)
	jobs = append(jobs, r.headers()...)
	names := make([]string, 0, len(r.assets))
	for name := range r.assets {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		jobs = append(jobs, Job{Path: r.assets[name], Make: func(context.Context) ([]byte, error) { return r.theme.Assets[name], nil }})
	}
	return jobs
}

// file is a job that makes a page with a layout from a view.
func (r *Renderer) file(to site.Address, layout string, page *site.Page, content []string, view func(context.Context) (*View, error)) Job {
	return Job{Path: to.File(), Page: page, Content: content, HTML: true, Make: func(ctx context.Context) ([]byte, error) {
		v, err := view(ctx)
		if err != nil {
			return nil, err
		}
		v.Layout = layout
		html, err := r.theme.Page(ctx, layout, v)
		if err != nil {
			return nil, fmt.Errorf("making %s: %w", to.File(), err)
		}
		return tidy(html), nil
	}}
}

// tidy drops the blank lines that template tags leave behind. Lines within
// <pre> and <textarea> are left alone.
func tidy(html []byte) []byte {
	if !bytes.Contains(html, []byte("\n\n")) && !bytes.Contains(html, []byte(" \n")) {
		return html
	}
	var out bytes.Buffer
	out.Grow(len(html))
	kept := false // inside an element whose lines count
	for line := range bytes.Lines(html) {
		if kept || len(bytes.TrimSpace(line)) > 0 {
			out.Write(line)
		}
		open := max(bytes.LastIndex(line, []byte("<pre")), bytes.LastIndex(line, []byte("<textarea")))
		shut := max(bytes.LastIndex(line, []byte("</pre")), bytes.LastIndex(line, []byte("</textarea")))
		if open != shut {
			kept = open > shut
		}
	}
	return out.Bytes()
}

// href writes a link from one address to another.
func (r *Renderer) href(from, to site.Address) string {
	escaped := (&url.URL{Path: string(to)}).EscapedPath()
	if !r.site.Config.RelativeURLs {
		return r.base + escaped
	}
	// Without a server, a folder does not answer with its index.html.
	target := (&url.URL{Path: to.File()}).EscapedPath()
	depth := strings.Count(from.File(), "/")
	if depth == 0 {
		return "./" + target
	}
	return strings.Repeat("../", depth) + target
}

// absolute writes an address with the site's own origin, or nothing where it
// has none.
func (r *Renderer) absolute(to site.Address) string {
	if r.site.Config.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(r.site.Config.BaseURL, "/") + "/" + (&url.URL{Path: string(to)}).EscapedPath()
}

func (r *Renderer) asset(from site.Address, name string) string {
	if to, ok := r.assets[name]; ok {
		return r.href(from, site.Address(to))
	}
	return r.href(from, site.Address("assets/"+name))
}

// Path is where a file of the output answers on its server.
func (r *Renderer) Path(file string) string { return r.base + file }

// Sheet returns a file of the theme by where it answers on its server.
func (r *Renderer) Sheet(path string) ([]byte, bool) {
	for name, to := range r.assets {
		if r.base+to == path {
			return r.theme.Assets[name], true
		}
	}
	return nil, false
}

// word is an interface word outside a layout. The theme's own test makes sure
// that the words asked for here exist.
func (r *Renderer) word(l lang.Language, key string, pairs ...any) string {
	text, err := r.theme.Text(l, key, pairs...)
	if err != nil {
		return key
	}
	return text
}

// fieldAt is the place of a front matter key in the form that checks read.
func (r *Renderer) fieldAt(p *site.Page, key string) string {
	at := p.At(key)
	return fmt.Sprintf("%s:%d", at.Path, p.File.OffsetOf(at))
}

// label is a name that the configuration gives in each language.
func label(labels []config.Label, id, tag, fallback string) string {
	for _, l := range labels {
		if l.ID == id {
			text, _ := config.Text(l.Name, tag, fallback)
			if text != "" {
				return text
			}
		}
	}
	return id
}

// glossaryTerms are the words that are linked at first use, and where to.
func (r *Renderer) glossaryTerms(l lang.Language) []markdown.Term {
	glossary := r.glossary(l)
	if glossary == nil {
		return nil
	}
	var terms []markdown.Term
	for _, t := range terminology(glossary) {
		forms := append([]string{t.Name}, t.Forms...)
		for _, form := range forms {
			if form != "" {
				terms = append(terms, markdown.Term{Form: form, ID: t.ID})
			}
		}
	}
	return terms
}

// trusted marks HTML that our own code has made.
func trusted(html []byte) template.HTML { return template.HTML(html) }
