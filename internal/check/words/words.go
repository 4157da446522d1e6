// Package words checks the organisation's own text for words that hurt or
// mislead. What an author says of themselves is never corrected: stories,
// quotations, passages marked own-words, and the words that a story lists as
// its author's. For those there are only suggestions, for the author alone.
package words

import (
	"embed"
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/source"
	"handrail/internal/terms"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, careful, forTheAuthor, harmful, note)
}

var harmful = &check.Check{
	ID:       "words/harmful",
	Severity: finding.Error,
	Source:   func(p *check.SourcePass) { report(p, terms.Fail) },
}

var careful = &check.Check{
	ID:       "words/careful",
	Severity: finding.Warning,
	Source:   func(p *check.SourcePass) { report(p, terms.Warn) },
}

// A note comes once for each word of a page: it is said to be known, not to be
// worked off.
var note = &check.Check{
	ID:       "words/note",
	Severity: finding.Info,
	Source:   func(p *check.SourcePass) { report(p, terms.Note) },
}

// forTheAuthor is about an author's own words. Only the author decides.
var forTheAuthor = &check.Check{
	ID:       "words/for-the-author",
	Severity: finding.Info,
	Author:   true,
	Source: func(p *check.SourcePass) {
		told := map[*terms.Term]bool{}
		for _, s := range found(p) {
			if s.own && s.term.Level != terms.Note && !told[s.term] {
				told[s.term] = true
				p.FoundFix(s.at, fmt.Sprintf("a thought for the author: some people avoid “%s”, since %s", s.words, s.term.Why),
					"Only the author decides. If they like another word: "+s.term.Instead+"."+origin(s.term))
			}
		}
	},
}

// report says what was found of a level in the organisation's own text.
func report(p *check.SourcePass, level terms.Level) {
	told := map[*terms.Term]bool{}
	for _, s := range found(p) {
		if s.own || s.term.Level != level || level == terms.Note && told[s.term] {
			continue
		}
		told[s.term] = true
		p.FoundFix(s.at, fmt.Sprintf("“%s”: %s", s.words, s.term.Why), "Say instead: "+s.term.Instead+"."+origin(s.term))
	}
}

// origin says where a word of the list comes from.
func origin(t *terms.Term) string {
	if t.Origin() == "" {
		return ""
	}
	return " Source: " + strings.TrimSuffix(t.Origin(), ".") + "."
}

// A spot is a word of the list where it stands on the page.
type spot struct {
	term  *terms.Term
	words string // as they stand there
	at    source.Place
	own   bool // somebody's own text
}

// found looks for the words of the list once for all checks of the page.
func found(p *check.SourcePass) []spot {
	return p.Keep("words", func() any { return look(p) }).([]spot)
}
