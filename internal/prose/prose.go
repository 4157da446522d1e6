// Package prose reads running text: sentences, words and syllables, and the
// readability scores that follow from their counts.
//
// The unit is a block: one paragraph, list item, heading or table cell. Blocks
// are counted one by one and added up, since a list of eight short lines is
// eight sentences, not one long one. Readers that glue blocks together place
// the same list anywhere from grade 1.5 to 20.6.
//
// A score stands on counts, and is only given where it means something: from
// a hundred words and ten sentences on, in a language with a settled formula.
package prose

import (
	"strings"
)

// A Language knows how to count in one language. All are tables; Of finds one.
type Language struct {
	Tag          string                 // the primary language, such as "es"
	syllables    func(word []byte) int  // of one word without punctuation, in lower case; nil where nobody counts them
	spell        bool                   // capitals without vowels are said letter by letter
	formulas     func(c Counts) []Score // nil where there is no settled formula
	stops        map[string]bool        // abbreviations after which a sentence goes on
	numbered     map[string]bool        // abbreviations only before a figure, such as "No. 5"
	ordinals     bool                   // "am 3. März" is no end of a sentence
	spacedQuotes bool                   // French: « Venez ! »
	unspaced     bool                   // words are not divided by spaces, so nothing can be counted by word
}

// Of returns the language of a BCP 47 tag; of one that has no table of its
// own, a language that counts sentences and words and gives no score.
func Of(tag string) *Language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if l := languages()[primary]; l != nil {
		return l
	}
	return &Language{Tag: primary, unspaced: unspaced[primary]}
}

// Spaced tells whether spaces divide the words of the language. Where they do
// not, as in Chinese or Thai, words cannot be counted here.
func (l *Language) Spaced() bool { return !l.unspaced }

// HasFormula tells whether the language has a settled readability formula.
func (l *Language) HasFormula() bool { return l.formulas != nil }

// unspaced lists the languages that write words without spaces between them.
// https://www.w3.org/TR/clreq/ https://www.w3.org/International/articles/typography/linebreak
var unspaced = map[string]bool{"zh": true, "yue": true, "ja": true, "th": true, "lo": true, "km": true, "my": true, "bo": true, "dz": true}
