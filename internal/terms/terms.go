// Package terms holds the words that hurt or mislead, and finds them in text.
//
// Handrail brings a list for each language that it knows some for. It is a
// place to start from, not a ruling: a network changes it in terms.toml. A word
// is found in the forms that writers use, and left alone where it is a name, the
// title of a law, or right in its phrase. Whose words they are is not known
// here: an author's own words are never asked about.
package terms

import (
	"slices"
	"sync"

	"handrail/internal/source"
)

// A Level says what a word does to a build.
type Level string

const (
	Fail Level = "fail" // nothing is published
	Warn Level = "warn" // worth mending
	Note Level = "note" // good to know
	Off  Level = "off"  // only in terms.toml: the word is taken out of the list
)

// A Term is a word, or a phrase, and what to say in its place.
type Term struct {
	At        source.Place // in terms.toml; nowhere for those that Handrail brings
	Term      string       `field:"term,required"`
	Lang      string       `field:"lang"`   // BCP 47; only in terms.toml
	Forms     []string     `field:"forms"`  // "child/teen prostitute": either word
	Near      []string     `field:"near"`   // counts only with one of these in the sentence
	Unless    []string     `field:"unless"` // does not count with one of these in the sentence
	Except    []string     `field:"except"` // phrases in which the word is right
	Kinds     []string     `field:"kinds"`  // of pages on which it counts; empty for all
	AsWritten bool         `field:"as_written"`
	Why       string       `field:"why"`
	Instead   string       `field:"instead"`
	Level     Level        `field:"level"`
	Source    string       `field:"source"`
	Unread    bool         `field:"unread"` // the source is known, but was not read
}

// Counts tells whether the term counts on pages of a kind.
func (t *Term) Counts(kind string) bool { return len(t.Kinds) == 0 || slices.Contains(t.Kinds, kind) }

// Origin is where the word comes from, in words; it says when a source was not
// read.
func (t *Term) Origin() string {
	if t.Unread && t.Source != "" {
		return t.Source + " (known, but not read for this list)"
	}
	return t.Source
}

// A List is the words of one language, ready to be looked for. It does not
// change, and may be used from several goroutines. A nil list finds nothing.
type List struct {
	Terms []*Term
	tag   string
	root  node
	bare  bool      // forms count wherever they stand
	room  sync.Pool // of *finder, whose words are used again
}

// Own returns a list of an author's own words, which count wherever they stand.
func Own(tag string, words []string) *List {
	l := newList(tag, []Term{{Term: "own", Forms: words}})
	l.bare = true
	return l
}

// A Lists holds the list of each language of a site, by its tag.
type Lists map[string]*List
