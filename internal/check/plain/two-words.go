package plain

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/prose"
	"handrail/internal/site"
)

var twoWords = &check.Check{
	ID:       "plain/two-words",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		if p.Page.Kind == "glossary" {
			return
		}
		book, terms := variants(p.Site, p.Page.Lang.Tag)
		if len(terms) == 0 {
			return
		}
		type use struct {
			x    *site.Passage
			part prose.Span
		}
		said := map[int]bool{}  // the name of the glossary is used
		other := map[int]*use{} // the first other word
		book.find(p.Passages(), primary(p.Page.Lang.Tag), func(x *site.Passage, id int, part prose.Span) {
			term := id / 2
			if id%2 == 0 {
				said[term] = true
			} else if other[term] == nil {
				other[term] = &use{x, part}
			}
		})
		for i, t := range terms {
			if u := other[i]; u != nil && said[i] {
				p.Found(u.x.At(u.part.Start), "“"+u.part.In(u.x.Text)+"” and “"+t.Name+"” are two words for one thing; write “"+t.Name+"” each time, as the glossary does")
			}
		}
	},
}

// variants is a book of the terms of a language that have another name: twice
// the index for the name itself, and one more for any other.
func variants(s *site.Site, tag string) (phrasebook, []kind.Term) {
	book, terms := phrasebook{}, []kind.Term(nil)
	for _, p := range s.Listed(tag, "glossary") {
		data, ok := p.Data.(*kind.Glossary)
		if !ok || p.Lang.Tag != tag {
			continue
		}
		for _, t := range data.Terms {
			if t.Disputed || t.Name == "" {
				continue // which word is right is the question there
			}
			if !slices.ContainsFunc(t.Forms, func(form string) bool { return !inflected(t.Name, form) }) {
				continue
			}
			i := len(terms)
			terms = append(terms, t)
			book.add(strings.ToLower(t.Name), 2*i)
			for _, form := range t.Forms {
				id := 2 * i
				if !inflected(t.Name, form) {
					id++
				}
				book.add(strings.ToLower(form), id)
			}
		}
	}
	return book, terms
}

// inflected tells whether two names are forms of the same word: one holds the
// other, or a word of one begins like a word of the other.
func inflected(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	for x := range strings.FieldsSeq(a) {
		for y := range strings.FieldsSeq(b) {
			if beginAlike(x, y) {
				return true
			}
		}
	}
	return false
}

// beginAlike compares the first four letters, without the Arabic article.
func beginAlike(a, b string) bool {
	x, y := []rune(strings.TrimPrefix(a, "ال")), []rune(strings.TrimPrefix(b, "ال"))
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= 4 || n >= 3 && n == min(len(x), len(y))
}
