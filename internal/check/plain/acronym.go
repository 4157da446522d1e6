package plain

import (
	"slices"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
	"handrail/internal/standards"
)

var acronym = &check.Check{
	ID:       "plain/acronym",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 3.1.4"),
	Source: func(p *check.SourcePass) {
		seen := map[string]bool{}
		for _, x := range ours(p.Passages()) {
			if x.Field == "title" || x.Kind == markdown.HeadingText || x.Kind == markdown.DefinedTerm || shouted(x.Text) {
				continue
			}
			for w := range prose.Words(x.Text) {
				short := acronymOf(w.In(x.Text))
				if short == "" || seen[short] || spared(x, w) {
					continue
				}
				if cited(x.Text, w) || beside(x.Text, w) {
					continue
				}
				seen[short] = true
				if explained(x.Text, w) || everyday[short] || slices.Contains(p.Site.Config.Plain.Acronyms, short) || inGlossary(p.Site, x.Lang, short) {
					continue
				}
				p.Found(x.At(w.Start), "“"+short+"” is not explained; the first time, write its full name and then ("+short+") behind it")
			}
		}
	},
}

// acronymOf returns a word that is written in capitals, without the ending of
// a plural or a possessive, or nothing. "U.S" is US.
func acronymOf(word string) string {
	for _, end := range []string{"'s", "’s", "s"} {
		if cut, ok := strings.CutSuffix(word, end); ok {
			word = cut
			break
		}
	}
	capitals := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '.' && !unicode.IsDigit(r):
			return ""
		}
	}
	word = strings.ReplaceAll(word, ".", "")
	if capitals < 2 || capitals > 6 || strings.Trim(word, "IVXLCDM") == "" {
		return "" // II and XIV are numbers
	}
	return word
}

// shouted tells whether most of a text is in capitals: then nothing in it is
// an acronym.
func shouted(text string) bool {
	capitals, small := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		}
	}
	return capitals > small
}

// explained tells whether an acronym stands in brackets behind its name, or
// what it means stands right behind it.
func explained(text string, w prose.Span) bool {
	before, after := text[:w.Start], text[w.End:]
	if strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") && len(before) > 2 {
		return true
	}
	after = strings.TrimPrefix(after, "”")
	for _, sign := range []string{" (", ": ", " means ", " stands for ", " is short for ", ", short for ", " significa ", " quiere decir ", " signifie ", " bedeutet "} {
		if strings.HasPrefix(after, sign) {
			return true
		}
	}
	return false
}

// cited tells whether a word stands in the citation of a law: 24 CFR 982.4,
// 42 U.S.C. § 1983. The name of the collection is no word of the text.
func cited(text string, w prose.Span) bool {
	before := strings.TrimRight(text[:w.Start], " \u00a0")
	after := strings.TrimLeft(strings.TrimPrefix(text[w.End:], "."), " \u00a0§")
	return before != "" && isFigure(before[len(before)-1]) && after != "" && isFigure(after[0])
}

func isFigure(b byte) bool { return b >= '0' && b <= '9' }

// beside tells whether a word stands next to one that is in capitals and too
// long to be an acronym: then both are said loudly, as in ALL CAPITALS.
func beside(text string, w prose.Span) bool {
	loud := func(word string) bool {
		letters := 0
		for _, r := range word {
			if unicode.IsLower(r) {
				return false
			}
			if unicode.IsUpper(r) {
				letters++
			}
		}
		return letters > 6
	}
	before, after := strings.Fields(text[:w.Start]), strings.Fields(text[w.End:])
	return len(before) > 0 && loud(before[len(before)-1]) || len(after) > 0 && loud(after[0])
}

// inGlossary tells whether a term of the library's glossary has that name, in
// the language of the passage.
func inGlossary(s *site.Site, tag, short string) bool {
	for _, p := range s.Listed(tag, "glossary") {
		data, ok := p.Data.(*kind.Glossary)
		if !ok {
			continue
		}
		for _, t := range data.Terms {
			for _, name := range append([]string{t.Name, strings.ToUpper(t.ID)}, t.Forms...) {
				for w := range prose.Words(name) {
					if w.In(name) == short {
						return true
					}
				}
			}
		}
	}
	return false
}

// everyday are those that are said more often than what they stand for.
var everyday = set("US USA UK EU UN ID OK TV PC PDF PIN SMS AM PM FAQ DVD CD WC AC DC BC AD AA AAA HTML CSS AIDS HIV DNA EEUU MB GB KB USB " +
	"NOT MUST ALL ONLY NO AND OR IF DO STOP NEVER ALWAYS") // these are words, said loudly
