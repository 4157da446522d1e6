// Package leak searches finished bytes for private values.
//
// Whatever a template, a report or a picture might do wrong, nothing leaves
// the house that holds a value of [private]: every output file passes through
// a Scanner. It finds a value as it was written, and also as HTML entities,
// percent codes or JSON and JavaScript escapes, with tags, other spaces or
// invisible characters in it, and in both Unicode forms of an accented letter;
// all in capitals; in quoted-printable, base64, hexadecimal digits and UTF-16;
// and in gzip, zlib and ZIP, as pictures, PDF and books hold text.
//
// The bytes are decoded once per way of writing, into streams that remember
// where they come from, and each stream is read once by one automaton for all
// values. So the time grows with the output and not with the number of values.
//
// Only whole words count: "p-3" is in "panel p-3." and not in "step-3". In bytes
// that are no text there are no words: the length of a text, written before it,
// may look like a letter.
// Letters must be alike in case, or all be capitals.
package leak

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"handrail/internal/private"
)

// Shortest is the number of characters a value needs to be searched for; with
// fewer, it would be found in every text. In scripts that put no space between
// words, such as Chinese, a name often has two, and two are enough.
const Shortest = 3

// shortestInBinary is the number of bytes a value needs to be searched for in
// bytes that are no text, where shorter ones turn up by chance.
const shortestInBinary = 6

// A Scanner knows the values to search for. It may be used by many goroutines
// at once.
type Scanner struct {
	auto     *automaton
	values   [][]private.Value // by pattern: one text may be written in many places
	lengths  []int             // of the patterns, in bytes
	tooShort []private.Value
	spell    *automaton // of the values as addresses spell them
	spelled  [][]private.Value

	pack        *automaton // of the values as base64, digits and other signs
	packs       [][]private.Value
	packLengths []int
}

// A Match is one place where a private value shows.
type Match struct {
	Value  private.Value // says where it was written; prints as "[private]"
	Offset int           // of its first byte in the scanned data
}

// New returns a Scanner for the values. Space around a value does not count.
func New(values []private.Value) *Scanner {
	s := &Scanner{}
	byText := map[string][]private.Value{}
	for _, v := range values {
		text := pattern(v.Reveal())
		if short(text) {
			s.tooShort = append(s.tooShort, v)
			continue
		}
		byText[text] = append(byText[text], v)
		if capitals := pattern(strings.ToUpper(text)); capitals != text {
			byText[capitals] = append(byText[capitals], v)
		}
	}
	texts := make([]string, 0, len(byText))
	for text := range byText {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		s.values = append(s.values, byText[text])
		s.lengths = append(s.lengths, len(text))
	}
	s.auto = newAutomaton(texts)
	s.spell, s.spelled = spelledOf(values)
	var packed []string
	packed, s.packs = packedOf(values)
	for _, text := range packed {
		s.packLengths = append(s.packLengths, len(text))
	}
	s.pack = newAutomaton(packed)
	return s
}

// pattern returns a value in the form in which streams are searched.
func pattern(text string) string {
	return string(bytes.Trim(normal(plain([]byte(text))).data, " "))
}

// short tells whether a value would be found in every text.
func short(text string) bool {
	letters := []rune(text)
	return len(letters) < Shortest && !(len(letters) == 2 && unspaced(letters[0]) && unspaced(letters[1]))
}

// Format keeps the values out of logs: printing a Scanner shows only its kind.
func (s *Scanner) Format(f fmt.State, _ rune) { fmt.Fprint(f, "[leak.Scanner]") }

// TooShort returns the values that are not searched for because they have
// fewer than three characters, so that their keys can be named to the writer.
func (s *Scanner) TooShort() []private.Value { return slices.Clone(s.tooShort) }

// Scan returns every place in data where a value shows, in order of place and
// each only once, however many ways of reading lead to it. What shows within a
// compressed part has the place where that part begins.
func (s *Scanner) Scan(data []byte) []Match {
	if len(s.values) == 0 {
		return nil
	}
	found := s.hits(data)
	for _, part := range inflate(data) {
		for _, h := range s.hits(part.data) {
			found = append(found, hit{part.offset, h.pattern})
		}
	}
	slices.SortFunc(found, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.pattern, b.pattern))
	})
	var matches []Match
	seen := map[Match]bool{}
	for _, h := range slices.Compact(found) {
		values := s.packs
		if h.pattern < len(s.values) {
			values = s.values
		} else {
			h.pattern -= len(s.values)
		}
		for _, v := range values[h.pattern] {
			if m := (Match{Value: v, Offset: h.offset}); !seen[m] {
				seen[m] = true
				matches = append(matches, m)
			}
		}
	}
	return matches
}

// hits returns what shows in bytes that are not compressed.
func (s *Scanner) hits(data []byte) []hit {
	var found []hit
	binary := bytes.IndexByte(data, 0) >= 0 && !utf8.Valid(data)
	for _, st := range readings(data) {
		st = normal(st)
		s.auto.run(st.data, func(pattern, end int) {
			start := end - s.lengths[pattern]
			if binary {
				if s.lengths[pattern] < shortestInBinary {
					return
				}
			} else if !wholeWord(st.data, start, end) {
				return
			}
			found = append(found, hit{st.origin(start), pattern})
		})
	}
	s.packed(data, func(pattern, start int) {
		found = append(found, hit{start, len(s.values) + pattern})
	})
	return found
}

// A hit is a pattern's number and the place of its first byte. Packed patterns
// are counted on after the others.
type hit struct{ offset, pattern int }
