package render

import (
	"fmt"
	"html/template"
	"strings"

	"handrail/internal/site"
)

// A TranslationView is what a translated page says about itself.
type TranslationView struct {
	Source  Link // the page it was translated from
	Version int  // of the source then; 0 where nobody has said so
	// Stale tells that the source has changed since.
	Stale   bool
	Changed string // when the source was last changed: "March 2026"; may be empty
	Machine bool   // a machine made it
}

// translation says how a page stands to its source; nil for one that is a
// source itself.
func (r *Renderer) translation(v *View, p *site.Page) *TranslationView {
	t := p.Translation
	if t == nil {
		return nil
	}
	view := &TranslationView{Source: r.link(v, t.Source), Stale: !t.UpToDate(), Machine: p.Common().Machine}
	view.Source.Text = t.Source.Lang.Autonym
	if t.Record != nil {
		view.Version = t.Record.Version
	}
	if changed := t.Source.Common().Changed; changed != "" {
		view.Changed, _ = p.Lang.YearMonth(changed)
	}
	return view
}

// hole stands for a value while a sentence is put together. It is of no use to
// anyone else: https://www.unicode.org/faq/private_use.html
const hole = "\uE000"

// Within returns an interface word that holds words of another language: the
// text of a link, marked with its language and kept from turning the sentence
// around it.
func (v *View) Within(key, name string, of Link, pairs ...any) (template.HTML, error) {
	sentence, err := v.T(key, append(pairs, name, hole)...)
	if err != nil {
		return "", err
	}
	marked := template.HTMLEscapeString(of.Text)
	if of.Lang != "" {
		marked = fmt.Sprintf(`<bdi lang=%q dir=%q>%s</bdi>`, of.Lang, of.Dir, marked)
	}
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(sentence), hole, marked)), nil
}
