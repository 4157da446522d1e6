package style

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var likeHeading = &check.Check{
	ID:       "style/like-heading",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe p-as-heading"),
	Output: func(p *check.OutputPass) {
		s := p.View.Styles()
		for e := range p.All("p") {
			next := followed(e)
			if next == nil || !short(e) || letters(next.Text()) < 2*letters(e.Text()) || p.View.Tree().Role(e) != "paragraph" ||
				p.View.Tree().Hidden(e) || !p.View.Seen(e) {
				continue
			}
			thick, big := bold(s, e), larger(s, e, next)
			switch {
			case bold(s, next) && thick:
			case thick && big >= 1.25:
				p.FoundOn(e, "this paragraph looks like a heading (large, bold, alone in its line) and is none: readers who go from heading to heading miss it")
			case thick || big >= 1.4:
				p.AskOn(e, "this paragraph looks like a heading: is it one?")
			}
		}
	},
}

// followed returns the paragraph that comes after a paragraph, nil where there
// is none.
func followed(e *dom.Element) *dom.Element {
	if !e.Is("p") || e.Parent == nil || e.Parent.Is("li", "td", "th", "blockquote", "figcaption", "header", "footer", "nav", "address", "aside") {
		return nil
	}
	if e.Parent.Keyword("role") == "note" {
		return nil // the name of a note in passing, as in an aside
	}
	if next := neighbour(e); next.Is("p") {
		return next
	}
	return nil
}

// short says whether the words could be a heading: few, and no sentence.
func short(e *dom.Element) bool {
	text := strings.Join(strings.Fields(e.Text()), " ")
	n := letters(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return n > 2 && n < 60 && !strings.ContainsRune(".,:;!?…。、:!?؟।", last)
}

// bold says whether all words of an element are.
func bold(s *css.Styles, e *dom.Element) bool {
	all := false
	for _, o := range append([]*dom.Element{e}, e.Inside()...) {
		if !hasText(o) {
			continue
		}
		weight, err := strconv.ParseFloat(s.Value(o, "font-weight"), 64)
		if err != nil || weight < 700 {
			return false
		}
		all = true
	}
	return all
}

// larger compares the sizes of two paragraphs' letters.
func larger(s *css.Styles, a, b *dom.Element) float64 {
	one, ok := s.Length(a, "font-size")
	two, ok2 := s.Length(b, "font-size")
	if !ok || !ok2 || two == 0 {
		return 1
	}
	return one / two
}
