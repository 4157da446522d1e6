package css

import (
	"slices"
	"strings"

	"handrail/internal/dom"
)

// A stock is what pages with the same style sheets share: which rules match an
// element of which kind, and what follows from them. The pages of a site mostly
// have the same sheets, so most of what one page asks was found out by another.
// It belongs to one page at a time.
type stock struct {
	key    string
	rules  []*rules         // the browser's own first
	facts  map[string][]int // by attribute: which of the tests ask about it
	tests  []*test          // all that are asked about attributes
	known  map[fact]int     // index in tests
	speaks bool             // some selector asks about languages

	traced   map[trace]*traced
	choices  []choice // all that were met, from 1
	byChoice map[choice]int32
	hits     int              // how many rules they hold
	names    map[string]int32 // of tags, sets of classes, ids and languages
	classes  map[string]int32 // class attributes to the set of what counts in them
	mentions map[string]bool  // words, and whether they stand in a sheet
	looks    map[Reader]*look // what follows, for each reader
	spoiled  bool             // a page met a cap; what was found out is not for others
}

// A fact is what a test asks about an attribute.
type fact struct {
	name, value string
	op, fold    byte
}

// maxFacts is how many facts about attributes a trace has room for. The tests
// beyond are asked of each element.
const maxFacts = 128

// largestStock is how much is kept for other pages, in traces and kins. A page
// that has more is unlike the others.
const largestStock = 20_000

// newStock returns an empty stock. Its key tells it from those of other sheets;
// without one it is for one page only.
func newStock(key string, sheets []*Sheet) *stock {
	k := &stock{key: key, facts: map[string][]int{}, known: map[fact]int{}, traced: map[trace]*traced{}, choices: make([]choice, 1), byChoice: map[choice]int32{},
		names: map[string]int32{}, classes: map[string]int32{}, mentions: map[string]bool{}, looks: map[Reader]*look{}}
	k.learn(&test{kind: testAttribute, name: "href"}) // for :link
	k.learn(&test{kind: testAttribute, name: "xlink:href"})
	for _, sheet := range sheets {
		k.rules = append(k.rules, sheet.parsed)
		k.speaks = k.speaks || sheet.parsed.asked.languages
		for _, t := range sheet.parsed.asked.attributes {
			k.learn(t)
		}
	}
	return k
}

// factOf is what a test of an attribute asks.
func factOf(t *test) fact { return fact{t.name, t.value, t.op, t.fold} }

// learn gives a test its place among the facts.
func (k *stock) learn(t *test) {
	if _, known := k.known[factOf(t)]; known || len(k.tests) == maxFacts {
		return
	}
	i := len(k.tests)
	k.tests = append(k.tests, t)
	k.known[factOf(t)] = i
	k.facts[t.name] = append(k.facts[t.name], i)
	if small := lower(t.name); small != t.name {
		k.facts[small] = append(k.facts[small], i)
	}
}

// small says whether the stock is worth keeping for other pages.
func (k *stock) small() bool {
	size := len(k.traced) + len(k.names) + len(k.classes) + len(k.choices)
	for _, l := range k.looks {
		size += len(l.families) + len(l.custom)
	}
	return !k.spoiled && size <= largestStock
}

// name returns a number that stands for a text, from 1.
func (k *stock) name(text string) int32 {
	n := k.names[text]
	if n == 0 {
		n = int32(len(k.names)) + 1
		k.names[text] = n
	}
	return n
}

// classesOf returns a number that stands for those classes of an attribute that
// some selector asks about.
func (k *stock) classesOf(attribute string) int32 {
	if n, known := k.classes[attribute]; known {
		return n
	}
	var counting []string
	for _, class := range dom.Words(attribute) {
		if slices.ContainsFunc(k.rules, func(sheet *rules) bool { return sheet.asked.classes[class] }) {
			counting = append(counting, class)
		}
	}
	slices.Sort(counting)
	n := int32(0)
	if counting = slices.Compact(counting); len(counting) > 0 {
		n = k.name("." + strings.Join(counting, "."))
	}
	k.classes[strings.Clone(attribute)] = n
	return n
}

// asked is what the selectors of a sheet ask about elements.
type asked struct {
	ids, classes map[string]bool
	attributes   []*test
	languages    bool
}

// ask notes what a selector asks, and whether states are in it.
func (a *asked) ask(s *selector) {
	if s.noted {
		return
	}
	s.noted = true
	for i := range s.parts {
		for j := range s.parts[i].tests {
			switch t := &s.parts[i].tests[j]; t.kind {
			case testID:
				a.ids[t.name] = true
			case testClass:
				a.classes[t.name] = true
			case testAttribute:
				a.attributes = append(a.attributes, t)
			case testLang:
				a.languages = true
			case testPseudo:
				s.stateful = s.stateful || states{}.about(t.name)
				s.focal = s.focal || strings.Contains(t.name, "focus")
			default:
				for _, arm := range t.arms {
					a.ask(arm)
					s.stateful = s.stateful || arm.stateful
					s.focal = s.focal || arm.focal
				}
			}
		}
	}
}
