// Package plain checks that the network's own text is plain: short sentences
// and paragraphs, headings, everyday words.
//
// No check here speaks of a person's own words. A story, a quotation and a
// span of class own-words stay as they were said. And no check says "lower the
// grade": each one names a place and what to do there.
package plain

import (
	"embed"
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/config"
	"handrail/internal/finding"
	"handrail/internal/prose"
	"handrail/internal/site"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, acronym, baseline, doubleNegative, hardWord, idiom, level, numberSource,
		paragraphLong, passive, sectionLong, sentenceLong, twoWords)
}

// ours returns the passages that the network wrote.
func ours(passages []site.Passage) []*site.Passage {
	var list []*site.Passage
	for i := range passages {
		if !passages[i].FirstPerson {
			list = append(list, &passages[i])
		}
	}
	return list
}

// limits are those of a passage on its page.
func limits(p *check.SourcePass, x *site.Passage) config.Limits {
	return p.Site.Config.Plain.Limits(p.Page.Kind, x.Lang)
}

// words counts the words of a sentence that are nobody's own.
func words(x *site.Passage, s site.Sentence) int {
	if len(x.Own) == 0 {
		return s.Words
	}
	n := 0
	text := s.In(x.Text)
	for w := range prose.Words(text) {
		if !x.OwnWords(prose.Span{Start: s.Start + w.Start, End: s.Start + w.End}) {
			n++
		}
	}
	return n
}

// weigh tells what a size does: nothing, a warning or an error.
func weigh(size int, b config.Bounds) finding.Severity {
	switch {
	case b.Fail > 0 && size > b.Fail:
		return finding.Error
	case b.Warn > 0 && size > b.Warn:
		return finding.Warning
	}
	return ""
}

// A size is one thing that is too large.
type size struct {
	severity finding.Severity
	n        int
	report   func(finding.Severity)
}

// tell reports sizes. Those that fail only warn while the page is no worse
// than its baseline says.
func tell(held []int, sizes []size) {
	count, worst := failing(sizes)
	for _, s := range sizes {
		if s.severity == finding.Error && site.Holds(held, count, worst) {
			s.severity = finding.Warning
		}
		s.report(s.severity)
	}
}

// failing counts the sizes that fail, and returns the largest.
func failing(sizes []size) (count, worst int) {
	for _, s := range sizes {
		if s.severity == finding.Error {
			count, worst = count+1, max(worst, s.n)
		}
	}
	return count, worst
}

// primary is the language of a tag without its region.
func primary(tag string) string {
	p, _, _ := strings.Cut(tag, "-")
	return p
}

// number writes a count with its word.
func number(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
