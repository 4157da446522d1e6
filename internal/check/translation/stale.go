package translation

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/parity"
	"handrail/internal/site"
	"handrail/internal/source"
)

var stale = &check.Check{
	ID:       "translation/stale",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		if t := p.Page.Translation; t != nil && !p.Page.Vital() {
			drifted(p, t)
		}
	},
}

var staleVital = &check.Check{
	ID:       "translation/stale-vital",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		if t := p.Page.Translation; t != nil && p.Page.Vital() {
			drifted(p, t)
		}
	},
}

// drifted reports each part of a translation that the source has moved on from.
func drifted(p *check.SourcePass, t *site.Translation) {
	for _, d := range t.Stale {
		at := p.Page.File.At(0)
		if d.Here != nil {
			at = d.Here.At
		}
		p.FoundFix(at, drift(d, t.Source.File.Path), advice(p.Page))
	}
	if t.Behind {
		p.FoundFix(p.Page.At("version"), fmt.Sprintf("this is a translation of version %d, and %s is at version %d",
			p.Page.Common().Version, t.Source.File.Path, t.Source.Common().Version), advice(p.Page))
	}
}

// drift says in words what became of one part.
func drift(d parity.Difference, from string) string {
	switch {
	case d.Was == "" && d.Here == nil:
		return fmt.Sprintf("%s at %s is new, and it is not here yet", named(*d.Now), line(d.Now.At))
	case d.Was == "":
		return fmt.Sprintf("%s at %s is new, and it is not here yet, after this %s", named(*d.Now), line(d.Now.At), what(*d.Here))
	case d.Now == nil:
		return fmt.Sprintf("%s translates words that are no longer in %s", this(d), from)
	case d.Here == nil:
		return fmt.Sprintf("%s at %s has changed, and its translation is gone from here", named(*d.Now), line(d.Now.At))
	case d.Touched:
		return fmt.Sprintf("%s translates words that have changed since, at %s; it was changed too, but nobody has said that the two agree now", this(d), line(d.Now.At))
	}
	return fmt.Sprintf("%s translates words that have changed since, at %s", this(d), line(d.Now.At))
}

// advice is what to do about a stale page.
func advice(p *site.Page) string {
	id := p.Name()
	return fmt.Sprintf("See both with `handrail languages diff %s --lang %s`. Change this page, then run `handrail languages done %s --lang %s`. If the source had only a typo mended, run `handrail languages typo %s`.",
		id, p.Lang.Tag, id, p.Lang.Tag, id)
}

func line(at source.Place) string { return fmt.Sprintf("%s:%d", at.Path, at.Line) }

// this names a part of the translation by its kind and its first words.
func this(d parity.Difference) string {
	return "this " + what(*d.Here) + ", " + quoted(d.Here.Text) + ","
}

// named names a part of the source.
func named(p parity.Part) string { return "the " + what(p) + " " + quoted(p.Text) }

// shownWords is how many words of a part stand for all of it.
const shownWords = 7

func quoted(text string) string {
	words := strings.Fields(text)
	if len(words) > shownWords {
		words = append(words[:shownWords], "…")
	}
	return "“" + strings.Join(words, " ") + "”"
}

// what names a part by its kind, in words.
func what(p parity.Part) string {
	key := p.Key
	if p.Front {
		key = key[strings.LastIndexByte(key, '.')+1:]
		if strings.Trim(key, "0123456789") == "" {
			key, _, _ = strings.Cut(p.Key, ".")
		}
	}
	if word := words[key]; word != "" {
		return word
	}
	return "text"
}

// words are what people call the parts of a page.
var words = map[string]string{
	"paragraph": "paragraph", "item": "list item", "heading": "heading", "cell": "cell of a table", "quote": "quotation", "term": "term",
	"caption": "caption", "address": "address of a link",
	"title": "title", "tab_title": "tab title", "summary": "summary", "alt": "alternative text", "content_notes": "content note",
	"contact": "contact", "name": "name", "used_by": "line about who uses it", "avoided_by": "line about who avoids it",
	"harm-title": "title", "note-title": "title", "recommendation-title": "title", "prompt-title": "title",
}
