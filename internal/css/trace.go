package css

import (
	"cmp"
	"encoding/binary"
	"slices"

	"handrail/internal/dom"
)

// A trace is all that selectors can see of an element and of those around it, but
// for siblings, states and what is inside. Elements of one trace, on whatever
// page, are matched by the same rules, as far as these ask about nothing else.
type trace struct {
	around                     int32 // number of the parent's trace
	tag, classes, id, language int32 // what stock.name makes of them
	space                      dom.Namespace
	facts                      [maxFacts / 64]uint64 // which tests of attributes hold
}

// A traced is what is known of the elements of one trace.
type traced struct {
	number   int32
	language int32
	bits     uint64 // what they and those around them are, see bloom
	around   uint64 // what those around them are
	own      *matches
	parts    []*matches // of pseudo-elements
}

// matches are the rules that match the elements of a trace, or a pseudo-element
// of theirs.
type matches struct {
	pseudo   string
	sure     []hit   // these match in any case
	perhaps  []entry // these must be asked of each element
	stateful bool    // states decide about some of those
	focal    bool    // where the keyboard is decides about some of those
	makes    bool    // some declare content
}

// A hit is a rule that matches an element through one of its selectors.
type hit struct {
	sheet int32
	rule  int32
	weight
}

// A choice is what decides which declarations apply to an element: the matches
// of its trace, which of the uncertain ones hold, and what its own attributes
// declare.
type choice struct {
	matches *matches
	holding uint64 // which of the first 64 in matches.perhaps
	more    string // numbers of others, four bytes each
	own     string
}

// holds yields the places in matches.perhaps of those that hold.
func (c choice) holds(yield func(int) bool) {
	for i := range 64 {
		if c.holding>>i&1 == 1 && !yield(i) {
			return
		}
	}
	for at := 0; at < len(c.more); at += 4 {
		if !yield(int(binary.LittleEndian.Uint32([]byte(c.more[at : at+4])))) {
			return
		}
	}
}

// trace returns what is known of elements like e.
func (s *Styles) trace(e *dom.Element) *traced {
	if known := s.traces[e.Index]; known != nil {
		return known
	}
	var around *traced
	if e.Parent != nil {
		around = s.trace(e.Parent)
	}
	key := s.sign(e, around)
	found := s.traced[key]
	if found == nil {
		found = &traced{number: int32(len(s.traced)) + 1, language: key.language, bits: bitsOf(e)}
		if around != nil {
			found.around = around.bits
			found.bits |= around.bits
		}
		s.traced[key] = found
	}
	s.traces[e.Index] = found
	return found
}

// sign makes the trace of an element.
func (k *stock) sign(e *dom.Element, around *traced) trace {
	t := trace{tag: k.name(e.Tag), space: e.Namespace}
	if around != nil {
		t.around, t.language = around.number, around.language
	}
	for i := range e.Attributes {
		a := &e.Attributes[i]
		switch a.Name {
		case "class":
			t.classes = k.classesOf(a.Value)
		case "id":
			if slices.ContainsFunc(k.rules, func(sheet *rules) bool { return sheet.asked.ids[a.Value] }) {
				t.id = k.name("#" + a.Value)
			}
		case "lang", "xml:lang":
			if k.speaks {
				t.language = k.name(":" + speech(e))
			}
		}
		for _, i := range k.facts[a.Name] {
			if attributeMatches(e, k.tests[i]) {
				t.facts[i/64] |= 1 << (i % 64)
			}
		}
	}
	return t
}

func bitsOf(e *dom.Element) uint64 {
	bits := bloom(lower(e.Tag), 't')
	for _, class := range e.Tokens("class") {
		bits |= bloom(class, '.')
	}
	if id, written := e.Attribute("id"); written {
		bits |= bloom(id, '#')
	}
	return bits
}

// matchesOf returns the rules for elements like e, or for a pseudo-element of
// theirs.
func (s *Styles) matchesOf(e *dom.Element, pseudo string) *matches {
	t := s.trace(e)
	if pseudo == "" {
		if t.own == nil {
			t.own = s.findMatches(e, pseudo)
		}
		return t.own
	}
	for _, known := range t.parts {
		if known.pseudo == pseudo {
			return known
		}
	}
	found := s.findMatches(e, pseudo)
	t.parts = append(t.parts, found)
	return found
}

// maxHits bounds how many hits are kept for the pages of a stock.
const maxHits = 4_000_000

// findMatches tries the rules whose subject might be e.
func (s *Styles) findMatches(e *dom.Element, pseudo string) *matches {
	found := &matches{pseudo: pseudo}
	classes := e.Tokens("class")
	outer := s.matching.guess
	for i, sheet := range s.rules {
		lookup := &sheet.lookup
		if pseudo != "" {
			if lookup = sheet.pseudo[pseudo]; lookup == nil {
				continue
			}
		}
		lookup.each(e, classes, func(one entry) {
			if s.hits > maxHits {
				s.cap()
				return
			}
			s.matching.guess = hope
			if !s.matching.matches(e, one.selector) {
				return
			}
			s.hits++
			found.makes = found.makes || sheet.all[one.rule].makes
			s.matching.guess = fear
			if s.matching.matches(e, one.selector) {
				found.sure = append(found.sure, hit{int32(i), one.rule, one.selector.weight})
				return
			}
			one.sheet = int32(i)
			found.perhaps = append(found.perhaps, one)
			found.stateful = found.stateful || one.selector.stateful
			found.focal = found.focal || one.selector.focal
		})
	}
	s.matching.guess = outer
	found.sure = inOrder(found.sure)
	return found
}

// inOrder sorts hits by rule; of a rule that matches in two ways, the heavier
// one stays.
func inOrder(hits []hit) []hit {
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.rule, b.rule), cmp.Compare(b.weight, a.weight))
	})
	return slices.CompactFunc(hits, func(a, b hit) bool { return a.sheet == b.sheet && a.rule == b.rule })
}

// cap notes that something was left out.
func (s *Styles) cap() { s.Cut, s.spoiled = true, true }
