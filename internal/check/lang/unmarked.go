package lang

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var unmarked = &check.Check{
	ID:       "lang/unmarked",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.2"),
	Source: func(p *check.SourcePass) {
		strangers, whole := strange(p)
		if whole != nil {
			return // the whole page is; wrongPage says so
		}
		for _, s := range strangers {
			p.FoundFix(s.at, fmt.Sprintf("these words are in %s (%s), but they are read out as %s (%s)", s.in.Autonym, s.in.Tag, s.own.Autonym, s.own.Tag),
				fmt.Sprintf("Say which language they are in: [the words]{lang=%s}. A whole paragraph can stand in a container: :::note {lang=%s}.", s.in.Tag, s.in.Tag))
		}
	},
}

var wrongPage = &check.Check{
	ID:       "lang/wrong-page",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.1"),
	Source: func(p *check.SourcePass) {
		if _, whole := strange(p); whole != nil {
			p.FoundFix(p.Page.At("lang"), fmt.Sprintf("this page is in the folder of %s (%s), but its words are in %s (%s)", p.Page.Lang.Autonym, p.Page.Lang.Tag, whole.Autonym, whole.Tag),
				fmt.Sprintf("Move the file to the folder %s, or translate it.", whole.Tag))
		}
	},
}

// A stranger is a passage in another language than it says.
type stranger struct {
	passage
	in lang.Language
}

// strange finds the passages of a page that are in another language than they
// say, once for both checks. Where most words of the page are in one other
// language, that is the whole page's.
func strange(p *check.SourcePass) ([]stranger, *lang.Language) {
	if len(p.Site.Languages) < 2 {
		return nil, nil
	}
	found := p.Keep("strangers", func() any {
		list, whole := strangers(p)
		return judged{list, whole}
	}).(judged)
	return found.strangers, found.whole
}

type judged struct {
	strangers []stranger
	whole     *lang.Language
}

func strangers(p *check.SourcePass) ([]stranger, *lang.Language) {
	j := newJudge(p.Site.Languages)
	var found []stranger
	words := map[string]int{}
	total := 0
	for _, t := range passages(p) {
		total += countWords(t.text)
		if in, ok := j.foreign(t.text, t.own); ok {
			found = append(found, stranger{t, in})
			if t.own.Tag == p.Page.Lang.Tag {
				words[in.Tag] += countWords(t.text)
			}
		}
	}
	for i := range found {
		if in := found[i].in; words[in.Tag]*10 > total*6 {
			return found, &in
		}
	}
	return found, nil
}
