package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A termFinder finds the first use of each term of a glossary. The forms are a
// tree by words, so the time it takes grows with the text alone.
type termFinder struct {
	root termNode
	used map[string]bool // ids already linked on this page
}

type termNode struct {
	next map[string]*termNode // by what comes before a word, and the word folded
	term *Term                // the form that ends here
}

// newTermFinder returns nil where there are no terms.
func newTermFinder(terms []Term) *termFinder {
	f := &termFinder{used: map[string]bool{}}
	for i, term := range terms {
		n := &f.root
		for _, w := range words(term.Form) {
			if n.next == nil {
				n.next = map[string]*termNode{}
			}
			key := w.key(n == &f.root)
			if n.next[key] == nil {
				n.next[key] = &termNode{}
			}
			n = n.next[key]
		}
		if n != &f.root && n.term == nil && term.Href != "" {
			n.term = &terms[i]
		}
	}
	if len(f.root.next) == 0 {
		return nil
	}
	return f
}

// A foundTerm is where a form was found: bytes of the text.
type foundTerm struct {
	begin, end int
	term       *Term
}

// find returns the terms in text that the page has not linked yet. Of several
// forms that begin at one word the longest is taken.
func (f *termFinder) find(text string) []foundTerm {
	var found []foundTerm
	all := words(text)
	for i := 0; i < len(all); i++ {
		last, term := f.longest(all[i:])
		if term == nil || f.used[term.ID] {
			continue
		}
		f.used[term.ID] = true
		found = append(found, foundTerm{all[i].begin, all[i+last].end, term})
		i += last
	}
	return found
}

// longest returns the longest form at the first of these words, and the index
// of its last word.
func (f *termFinder) longest(rest []word) (last int, term *Term) {
	n := &f.root
	for i, w := range rest {
		if n = n.next[w.key(i == 0)]; n == nil {
			return last, term
		}
		if n.term != nil {
			last, term = i, n.term
		}
	}
	return last, term
}

// A word is a run of letters and digits, or one sign of a script that writes
// no spaces between words.
type word struct {
	begin, end int
	before     string // what is between it and the last word, spaces made one
	folded     string
}

// key tells words apart whatever their case; the first word of a form may
// follow anything.
func (w word) key(first bool) string {
	if first {
		return w.folded
	}
	return w.before + "\x00" + w.folded
}

func words(text string) []word {
	var all []word
	last := 0 // the end of the word before
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		begin := i
		i += size
		if !unspaced(r) {
			for i < len(text) {
				r, size = utf8.DecodeRuneInString(text[i:])
				if !inWord(r) || unspaced(r) {
					break
				}
				i += size
			}
		}
		all = append(all, word{begin, i, gap(text[last:begin]), folded(text[begin:i])})
		last = i
	}
	return all
}

// gap makes any white space one space. What lies between two words of a form
// is short; more than that is not looked at.
func gap(s string) string {
	const longest = 8
	if len(s) > longest {
		return "\x00"
	}
	if strings.TrimSpace(s) == "" && s != "" {
		return " "
	}
	return s
}

func inWord(r rune) bool {
	return r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9') ||
		r >= utf8.RuneSelf && unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit)
}

func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// folded makes a word the same in upper and lower case.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r < utf8.RuneSelf {
			return r
		}
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		return least
	}, s)
}

// Words counts the words of the running text. Where a script writes no spaces
// every sign counts.
func (d *Document) Words() int {
	count := 0
	for _, b := range d.Blocks {
		count += len(words(b.Text))
	}
	return count
}
