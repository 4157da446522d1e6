package coverage

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/prose"
	"handrail/internal/site"
)

// A vocabulary is how a language speaks of trafficking. Words of kinds are
// beginnings: "work" also stands for "workers".
type vocabulary struct {
	trafficking []string // the word itself
	of          []string // what may stand between it and the verb: human, de personas
	explains    []string // verbs of a sentence that says what it is
	labour, sex []string
}

var vocabularies = map[string]vocabulary{
	"en": {
		trafficking: []string{"trafficking"},
		explains:    []string{"is", "means", "happens", "involves", "refers", "occurs"},
		labour:      []string{"labour", "labor", "work", "job", "wage", "farm", "factor", "domestic"},
		sex:         []string{"sex", "prostitut"},
	},
	"es": {
		trafficking: []string{"trata"}, of: []string{"de", "personas", "seres", "humanos"},
		explains: []string{"es", "significa", "ocurre", "consiste", "sucede"},
		labour:   []string{"trabaj", "labora", "emple", "salari", "sueldo"},
		sex:      []string{"sex", "prostit"},
	},
	"ar": {
		trafficking: []string{"الاتجار", "اتجار"}, of: []string{"بالبشر", "بالأشخاص", "بالاشخاص"},
		explains: []string{"هو", "يعني", "يحدث"},
		labour:   []string{"عمل", "العمل", "عامل", "العامل", "أجر", "للعمل", "بالعمل", "تشغيل"},
		sex:      []string{"جنس", "الجنس", "للجنس", "بالجنس", "دعارة", "الدعارة"},
	},
}

var trafficking = &check.Check{
	ID:       "coverage/trafficking",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		v, ok := vocabularies[primary(p.Page.Lang.Tag)]
		if !ok {
			return
		}
		if glossary, is := p.Page.Data.(*kind.Glossary); is {
			v.glossary(p, glossary)
			return
		}
		passages := p.Passages()
		for i := range passages {
			x := &passages[i]
			if x.FirstPerson || x.Lang != p.Page.Lang.Tag || !v.named(x.Text) {
				continue
			}
			for _, sentence := range x.Sentences {
				if !v.explainsIt(words(sentence.In(x.Text))) || x.OwnWords(prose.Span{Start: sentence.Start, End: sentence.Start + 1}) {
					continue
				}
				if missing := v.missing(wholeText(passages)); missing != "" {
					p.Found(x.At(sentence.Start), "this page says what trafficking is, and "+missing)
				}
				return // said once for the page
			}
		}
	},
}

// named tells cheaply whether a text can hold the word, with a capital or
// without.
func (v vocabulary) named(text string) bool {
	return slices.ContainsFunc(v.trafficking, func(w string) bool {
		_, first := utf8.DecodeRuneInString(w)
		return strings.Contains(text, w[first:])
	})
}

// glossary looks at the entry of the word: all its meanings together.
func (v vocabulary) glossary(p *check.SourcePass, g *kind.Glossary) {
	for i, t := range g.Terms {
		name := words(t.Name + " " + t.ID)
		if !v.speaksOfIt(name) || v.begins(name, v.labour) || v.begins(name, v.sex) {
			continue
		}
		var all []string
		for _, m := range t.Meanings {
			all = append(all, words(m.Text)...)
		}
		if missing := v.missing(all); missing != "" {
			p.Found(p.Page.At(fmt.Sprintf("term.%d", i)), "this entry says what trafficking is, and "+missing)
		}
	}
}

func (v vocabulary) speaksOfIt(text []string) bool {
	return slices.ContainsFunc(text, func(w string) bool { return slices.Contains(v.trafficking, w) || w == "trafficking" })
}

// explainsIt tells a sentence that says what trafficking is: the word comes
// early, with a verb right after it. "Labour trafficking is" explains one kind.
func (v vocabulary) explainsIt(sentence []string) bool {
	const early = 3
	for i, w := range sentence {
		if i >= early {
			return false
		}
		if !slices.Contains(v.trafficking, w) {
			continue
		}
		rest := sentence[i+1:]
		for len(rest) > 0 && slices.Contains(v.of, rest[0]) {
			rest = rest[1:]
		}
		before := sentence[:i]
		one := slices.ContainsFunc(before, func(w string) bool { return w != "human" && w != "la" && w != "the" && len(w) > 2 })
		return !one && len(rest) > 0 && slices.Contains(v.explains, rest[0])
	}
	return false
}

// missing says which kind an explanation leaves out, or nothing.
func (v vocabulary) missing(text []string) string {
	labour, sex := v.begins(text, v.labour), v.begins(text, v.sex)
	switch {
	case labour && sex:
		return ""
	case labour:
		return "leaves out that it can be for sex"
	case sex:
		return "leaves out that it can be for labour"
	}
	return "names neither of its kinds, labour and sex"
}

// begins tells whether a word begins with one of some beginnings.
func (v vocabulary) begins(text, beginnings []string) bool {
	return slices.ContainsFunc(text, func(w string) bool {
		return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(w, b) })
	})
}

func wholeText(passages []site.Passage) []string {
	var all []string
	for i := range passages {
		all = append(all, words(passages[i].Text)...)
	}
	return all
}
