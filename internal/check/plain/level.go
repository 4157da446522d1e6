package plain

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/standards"
)

var level = &check.Check{
	ID:       "plain/level",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.5"),
	Source: func(p *check.SourcePass) {
		tag, years, ok := Level(p.Passages())
		if !ok || p.Page.Short != nil || p.Page.Translations[p.Page.Lang.Tag+"-simple"] != nil {
			return
		}
		bounds := p.Site.Config.Plain.Limits(p.Page.Kind, tag).Level
		severity := finding.Severity("")
		switch {
		case bounds.Fail > 0 && years > float64(bounds.Fail):
			severity = finding.Error
		case bounds.Warn > 0 && years > float64(bounds.Warn):
			severity = finding.Warning
		}
		if severity == "" {
			return
		}
		if held := p.Site.HeldPage(p.Page).Level; severity == finding.Error && tenth(years) <= held {
			severity = finding.Warning
		}
		heavy := heaviest(p.Passages(), tag, 3)
		var named []string
		for _, h := range heavy {
			named = append(named, fmt.Sprintf("“%s” (line %d)", opening(h.text), h.at.Line))
		}
		message := fmt.Sprintf("this page asks for about %.0f years of school; these sentences weigh most: %s", years, strings.Join(named, ", "))
		p.FoundAs(severity, heavy[0].at, message, "")
	},
}

// tenth rounds to one digit, as the baseline has it.
func tenth(years float64) float64 { return float64(int(years*10+0.5)) / 10 }

// withoutNames counts a sentence without names, code and addresses, as WCAG
// 3.1.5 does: nobody can choose an easier name. In German every noun has a
// capital letter, so there names stay.
func withoutNames(x *site.Passage, s site.Sentence) prose.Counts {
	text := s.In(x.Text)
	marked := x.Marked(s.Span, markdown.Code|markdown.Address)
	if primary(x.Lang) == "de" || !marked && strings.IndexFunc(text[min(1, len(text)):], unicode.IsUpper) < 0 {
		return s.Counts
	}
	counts := s.Counts
	l := prose.Of(x.Lang)
	first := true
	for w := range prose.Words(text) {
		word := w.In(text)
		name := !first && capital(word) && word != "I" && !strings.HasPrefix(word, "I'") && !strings.HasPrefix(word, "I’")
		first = false
		if name || marked && x.Marked(prose.Span{Start: s.Start + w.Start, End: s.Start + w.End}, markdown.Code|markdown.Address) {
			counts = counts.Minus(l.CountWord(word))
		}
	}
	if counts.Words == 0 {
		counts.Sentences = 0
	}
	return counts
}

// counted tells whether a passage counts for the level of a page: running text
// that the network wrote, and no titles. WCAG 3.1.5 leaves out names and titles.
func counted(x *site.Passage) bool {
	return x.Field == "" && (x.Kind == markdown.Paragraph || x.Kind == markdown.Item)
}

// Level is how many years of school the network's text of a page asks for.
// Each language with at least a twentieth of the words is judged apart; the
// hardest one counts, and its tag is returned. It is not ok where there is too
// little text or no formula.
func Level(passages []site.Passage) (tag string, years float64, ok bool) {
	counts := map[string]prose.Counts{}
	all := 0
	for _, x := range ours(passages) {
		if !counted(x) {
			continue
		}
		c := counts[x.Lang]
		for _, s := range x.Sentences {
			if len(x.Own) == 0 || !x.OwnWords(s.Span) {
				without := withoutNames(x, s)
				c = c.Plus(without)
				all += without.Words
			}
		}
		counts[x.Lang] = c
	}
	for _, t := range slices.Sorted(maps.Keys(counts)) {
		if counts[t].Words*20 < all {
			continue
		}
		if y, judged := prose.Of(t).Level(counts[t]); judged && (!ok || y > years) {
			tag, years, ok = t, y, true
		}
	}
	return tag, years, ok
}

// A heavy is a sentence that is hard to read.
type heavy struct {
	text   string
	at     source.Place
	weight float64
}

// heaviest returns the sentences of a language that weigh most, the heaviest
// first: what they add to the words of a sentence and the syllables of a word.
func heaviest(passages []site.Passage, tag string, most int) []heavy {
	var all []heavy
	for _, x := range ours(passages) {
		if !counted(x) || x.Lang != tag {
			continue
		}
		for _, s := range x.Sentences {
			if len(x.Own) == 0 || !x.OwnWords(s.Span) {
				all = append(all, heavy{s.In(x.Text), x.At(s.Start), weight(s.Counts)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b heavy) int { return cmp.Compare(b.weight, a.weight) })
	return all[:min(most, len(all))]
}

// weight is how hard one sentence is: its words, and twice more for each of
// three syllables or more.
func weight(c prose.Counts) float64 { return float64(c.Words + 2*max(c.Polysyllables, c.LongWords)) }
