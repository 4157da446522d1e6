package plain

import (
	"cmp"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/prose"
	"handrail/internal/site"
	"handrail/internal/source"
)

// A Hard is a sentence of the network's that asks much of a reader.
type Hard struct {
	Text      string
	At        source.Place
	Lang      string
	Words     int
	LongWords []string // its long words, the longest first
	Cut       string   // the words before which it could end; or empty

	weight float64
}

// Overview is how a library reads.
type Overview struct {
	Sentences int
	Short     int    // those of twenty words or fewer
	Hardest   []Hard // the hardest first
}

// Hardest looks at every sentence that the network wrote and returns the
// hardest ones, at most so many.
func Hardest(s *site.Site, most int) Overview {
	const short = 20
	var o Overview
	for _, p := range s.Pages {
		for _, x := range ours(p.Passages()) {
			for _, sentence := range x.Sentences {
				if len(x.Own) > 0 && x.OwnWords(sentence.Span) {
					continue
				}
				o.Sentences++
				if sentence.Words <= short {
					o.Short++
				}
				o.Hardest = append(o.Hardest, Hard{Text: sentence.In(x.Text), At: x.At(sentence.Start), Lang: x.Lang,
					Words: sentence.Words, weight: weight(sentence.Counts)})
			}
		}
		if len(o.Hardest) > 8*most {
			o.Hardest = hardestOf(o.Hardest, most)
		}
	}
	o.Hardest = hardestOf(o.Hardest, most)
	for i := range o.Hardest {
		h := &o.Hardest[i]
		h.LongWords, h.Cut = longWords(h.Text), cutBefore(h.Lang, h.Text)
	}
	return o
}

func hardestOf(list []Hard, most int) []Hard {
	slices.SortStableFunc(list, func(a, b Hard) int { return cmp.Compare(b.weight, a.weight) })
	return list[:min(most, len(list))]
}

// longWords returns the longest words of a sentence, each once.
func longWords(text string) []string {
	const (
		letters = 10
		most    = 4
	)
	var list []string
	for w := range prose.Words(text) {
		word := strings.ToLower(w.In(text))
		if len([]rune(word)) >= letters && !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(len([]rune(b)), len([]rune(a))) })
	return list[:min(most, len(list))]
}

// Hold returns what a baseline must hold so that every page may stay as hard
// as it is, in the order of the pages.
func Hold(s *site.Site) []site.Held {
	var held []site.Held
	for _, page := range s.Pages {
		p := &check.SourcePass{Site: s, Page: page}
		h := site.Held{File: page.File.Path, Sentences: holds(longSentences(p)), Paragraphs: holds(longParagraphs(p)), Sections: holds(longSections(p))}
		if tag, years, ok := Level(p.Passages()); ok && page.Short == nil {
			if fail := s.Config.Plain.Limits(page.Kind, tag).Level.Fail; fail > 0 && years > float64(fail) {
				h.Level = tenth(years)
			}
		}
		if h.Level > 0 || h.Sentences != nil || h.Paragraphs != nil || h.Sections != nil {
			held = append(held, h)
		}
	}
	return held
}

func holds(sizes []size) []int {
	if count, worst := failing(sizes); count > 0 {
		return []int{count, worst}
	}
	return nil
}
