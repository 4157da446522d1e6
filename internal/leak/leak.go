// Package leak searches finished bytes for private values.
//
// Whatever a template, a report or a picture might do wrong, nothing leaves
// the house that holds a value of [private]: every output file passes through
// a Scanner. It finds a value as it was written, and also as HTML entities,
// percent codes or JSON and JavaScript escapes, with tags, other spaces or
// invisible characters in it, and in both Unicode forms of an accented letter.
//
// The bytes are decoded once per way of writing, into streams that remember
// where they come from, and each stream is read once by one automaton for all
// values. So the time grows with the output and not with the number of values.
//
// Only whole words count: "p-3" is in "panel p-3." and not in "step-3".
// Letters must be alike in case. Packed bytes, such as those of an EPUB, have
// to be scanned before they are packed.
package leak

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"handrail/internal/private"
)

// Shortest is the number of characters a value needs to be searched for; with
// fewer, it would be found in every text.
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
		if utf8.RuneCountInString(text) < Shortest {
			s.tooShort = append(s.tooShort, v)
			continue
		}
		byText[text] = append(byText[text], v)
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
	return s
}

// pattern returns a value in the form in which streams are searched.
func pattern(text string) string {
	return string(bytes.Trim(normal(plain([]byte(text))).data, " "))
}

// Format keeps the values out of logs: printing a Scanner shows only its kind.
func (s *Scanner) Format(f fmt.State, _ rune) { fmt.Fprint(f, "[leak.Scanner]") }

// TooShort returns the values that are not searched for because they have
// fewer than three characters, so that their keys can be named to the writer.
func (s *Scanner) TooShort() []private.Value { return slices.Clone(s.tooShort) }

// Scan returns every place in data where a value shows, in order of place and
// each only once, however many ways of reading lead to it.
func (s *Scanner) Scan(data []byte) []Match {
	if len(s.values) == 0 {
		return nil
	}
	var found []hit
	binary := bytes.IndexByte(data, 0) >= 0 && !utf8.Valid(data)
	for _, st := range readings(data) {
		st = normal(st)
		s.auto.run(st.data, func(pattern, end int) {
			start := end - s.lengths[pattern]
			if binary && s.lengths[pattern] < shortestInBinary || !wholeWord(st.data, start, end) {
				return
			}
			found = append(found, hit{st.origin(start), pattern})
		})
	}
	slices.SortFunc(found, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.pattern, b.pattern))
	})
	var matches []Match
	for _, h := range slices.Compact(found) {
		for _, v := range s.values[h.pattern] {
			matches = append(matches, Match{Value: v, Offset: h.offset})
		}
	}
	return matches
}

// A hit is a pattern's number and the place of its first byte.
type hit struct{ offset, pattern int }
