// Package parity knows from which words of its source each part of a
// translation was made.
//
// A page is a row of parts: its title, its summary, each paragraph, heading,
// list item and cell. When a translator says that a page is up to date, a
// Record pairs each part of the source with the part of the translation that
// says the same, as fingerprints of their words. Later the record is compared
// with both pages as they are. A part whose words are still there is up to date
// wherever it stands, so moving paragraphs or breaking lines elsewhere makes
// nothing stale; a part whose words changed is named together with the part of
// the translation that was made from the old ones.
//
// A record holds no words. It can be kept beside published content, where it
// tells nobody what a page once said.
package parity

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"golang.org/x/text/unicode/norm"

	"handrail/internal/source"
)

// A Part is one piece of a page that is translated as a whole.
type Part struct {
	// Key is the key of front matter that the words stand under, with ids for
	// the places in lists that have them ("term.survivor.meaning.0.text"), or
	// the kind of a part of the body: "paragraph", "heading", "item".
	Key   string
	Front bool // Key is a key of front matter, so it is there once
	// Section is the id of the heading or container that the part stands in,
	// where a writer gave it one: it is the same in every language.
	Section string
	Text    string
	At      source.Place
}

// printSize is how many bytes of a hash a fingerprint keeps: enough for the
// parts of one page to differ, too few to be worth guessing at.
const printSize = 6

// Print is the fingerprint of the part's words. Line breaks, spaces and the
// coding of accents do not count.
func (p Part) Print() string {
	words := strings.Join(strings.Fields(norm.NFC.String(p.Text)), " ")
	sum := sha256.Sum256([]byte(words))
	return hex.EncodeToString(sum[:printSize])
}

// A Pair says that a part of the translation was made from a part of the
// source. Both are fingerprints; Translation is empty where the translation
// has nothing for it.
type Pair struct {
	Source, Translation string
	Key                 string // of the source's part
	Front               bool
}

// A Record says what one translated page was made from.
type Record struct {
	Source  string // the language of the source, BCP 47
	Version int    // of the source then
	Changed string // of the source then, year-month; may be empty
	Pairs   []Pair // in the order of the source
}

// NewRecord records that the translation says what the source says now.
func NewRecord(source, translation []Part) *Record {
	r := &Record{}
	partner := Match(source, translation)
	for i, p := range source {
		pair := Pair{Source: p.Print(), Key: p.Key, Front: p.Front}
		if j := partner[i]; j >= 0 {
			pair.Translation = translation[j].Print()
		}
		r.Pairs = append(r.Pairs, pair)
	}
	return r
}

// Match finds the part of the translation for each part of the source, or -1:
// the one under the same key, or at the same place among those of its kind in
// its section. Where a section has more parts of a kind in one language, they
// are spread evenly.
func Match(source, translation []Part) []int {
	type place struct{ section, key string }
	here := map[place][]int{}
	total := map[place]int{}
	at := func(p Part) place {
		if p.Front {
			return place{"", "front " + p.Key}
		}
		return place{p.Section, p.Key}
	}
	for j, p := range translation {
		here[at(p)] = append(here[at(p)], j)
	}
	for _, p := range source {
		total[at(p)]++
	}
	met := map[place]int{}
	partner := make([]int, len(source))
	for i, p := range source {
		of := at(p)
		there := here[of]
		partner[i] = -1
		if len(there) > 0 {
			partner[i] = there[met[of]*len(there)/total[of]]
		}
		met[of]++
	}
	return partner
}
