package css

import (
	"slices"
	"strings"

	"handrail/internal/dom"
)

// maxSteps bounds all selector matching for one page.
const maxSteps = 60_000_000

// A matcher matches selectors against the elements of one page.
type matcher struct {
	*page
	styles *Styles
	self   *dom.Element // the subject, where states belong to whichever is asked about
	anchor *dom.Element // of :has()
	guess  guess
	steps  int
	has    map[hasKey]bool
	nths   map[nthKey][]int32
}

type hasKey struct {
	test  *selector
	index int
}

type nthKey struct {
	first *selector
	last  bool
}

// A guess is what is taken for the answer to what a trace does not hold: siblings,
// states, what is inside. What does not match in hope matches no element of the
// trace, and what matches in fear matches every one.
type guess uint8

const (
	ask guess = iota // of the element itself
	hope
	fear
)

// about prepares for questions about e.
func (m *matcher) about(e *dom.Element) {
	m.self = e
	if m.styles.on == nil && m.styles.states != (states{}) {
		m.has, m.nths = nil, nil // they depend on which element is asked about
	}
}

// An outcome says how far a failure reaches, so that no part of a selector is
// tried again where it cannot succeed.
type outcome uint8

const (
	fits          outcome = iota
	failsHere             // another sibling or ancestor may do
	failsSiblings         // no other sibling will do
	failsAll              // no other ancestor will do either
)

// matches says whether the selector matches e; its pseudo-element aside.
func (m *matcher) matches(e *dom.Element, s *selector) bool {
	if s.around&^m.styles.trace(e).around != 0 {
		return false
	}
	return m.from(e, s.parts) == fits
}

// from matches the first part against e and the others around it.
func (m *matcher) from(e *dom.Element, parts []compound) outcome {
	if m.steps++; m.steps > maxSteps {
		m.styles.cap()
		return failsAll
	}
	if !m.compound(e, &parts[0]) {
		return failsHere
	}
	if len(parts) == 1 {
		return fits
	}
	rest := parts[1:]
	switch parts[0].combinator {
	case '>':
		if e.Parent == nil {
			return failsAll
		}
		if o := m.from(e.Parent, rest); o == fits || o == failsAll {
			return o
		}
		return failsSiblings
	case '+', '~':
		switch m.guess {
		case hope:
			return fits
		case fear:
			return failsSiblings
		}
	}
	switch parts[0].combinator {
	case '+':
		before := e.Before()
		if before == nil {
			return failsSiblings
		}
		return m.from(before, rest)
	case '~':
		for before := e.Before(); before != nil; before = before.Before() {
			if o := m.from(before, rest); o != failsHere {
				return o
			}
		}
		return failsSiblings
	}
	for p := e.Parent; p != nil; p = p.Parent {
		if o := m.from(p, rest); o == fits || o == failsAll {
			return o
		}
	}
	return failsAll
}

// compound says whether e is all of what one compound asks for.
func (m *matcher) compound(e *dom.Element, c *compound) bool {
	if c.tag != "" {
		if e.Namespace == dom.HTML {
			if e.Tag != c.tag {
				return false
			}
		} else if e.Tag != c.tagAsIs {
			return false
		}
	}
	switch c.space {
	case 0:
	case 'h':
		if e.Namespace != dom.HTML {
			return false
		}
	case 's':
		if e.Namespace != dom.SVG {
			return false
		}
	case 'm':
		if e.Namespace != dom.MathML {
			return false
		}
	default:
		return false
	}
	for i := range c.tests {
		if !m.test(e, &c.tests[i]) {
			return false
		}
	}
	return true
}

func (m *matcher) test(e *dom.Element, t *test) bool {
	if m.guess != ask && !m.traced(t) {
		return m.guess == hope
	}
	switch t.kind {
	case testID:
		id, written := e.Attribute("id")
		return written && id == t.name
	case testClass:
		return e.HasWord("class", t.name)
	case testAttribute:
		return attributeMatches(e, t)
	case testNth:
		return m.nthMatches(e, t)
	case testIs:
		return m.any(e, t.arms)
	case testNot:
		return !m.other(e, t.arms)
	case testHas:
		return slices.ContainsFunc(t.arms, func(s *selector) bool { return m.holds(e, s) })
	case testLang:
		return languageMatches(e, t.words)
	case testDir:
		return direction(e) == t.name
	case testAnchor:
		return e == m.anchor
	}
	return m.pseudo(e, t.name)
}

// traced says whether a trace holds the answer to a test.
func (m *matcher) traced(t *test) bool {
	switch t.kind {
	case testID, testClass, testIs, testNot, testLang:
		return true
	case testAttribute:
		_, known := m.styles.known[factOf(t)]
		return known
	case testPseudo:
		switch t.name {
		case "root", "link", "any-link", "defined":
			return true
		}
	}
	return false
}

// other is any, for what is turned round: it hopes where that fears.
func (m *matcher) other(e *dom.Element, arms []*selector) bool {
	outer := m.guess
	defer func() { m.guess = outer }()
	switch outer {
	case hope:
		m.guess = fear
	case fear:
		m.guess = hope
	}
	return m.any(e, arms)
}

func (m *matcher) any(e *dom.Element, arms []*selector) bool {
	for _, s := range arms {
		if m.matches(e, s) {
			return true
		}
	}
	return false
}

// holds says whether something around or below e matches a relative selector
// of :has().
func (m *matcher) holds(e *dom.Element, s *selector) bool {
	key := hasKey{s, e.Index}
	if known, found := m.has[key]; found {
		return known
	}
	if m.has == nil {
		m.has = map[hasKey]bool{}
	}
	outer := m.anchor
	m.anchor = e
	found := m.search(e, s)
	m.anchor = outer
	m.has[key] = found
	return found
}

func (m *matcher) search(e *dom.Element, s *selector) bool {
	from, to := e.Index+1, e.End
	switch s.parts[len(s.parts)-2].combinator {
	case '+', '~':
		if from = e.End; e.Parent != nil {
			to = e.Parent.End
		}
	}
	for _, x := range m.doc.Elements[from:to] {
		if m.steps > maxSteps {
			return false
		}
		if m.from(x, s.parts) == fits {
			return true
		}
	}
	return false
}

func (m *matcher) nthMatches(e *dom.Element, t *test) bool {
	place := int32(0)
	switch {
	case t.typed:
		place = m.ofType(e, t.last)
	case len(t.arms) > 0:
		place = m.among(e, t)
	case t.last:
		place = fromEnd(e)
	default:
		place = int32(e.Nth())
	}
	if place == 0 {
		return false
	}
	left := int(place) - t.b
	if t.a == 0 {
		return left == 0
	}
	return left%t.a == 0 && left/t.a >= 0
}

// among returns the place of e among the siblings that match "of S".
func (m *matcher) among(e *dom.Element, t *test) int32 {
	key := nthKey{t.arms[0], t.last}
	if m.nths == nil {
		m.nths = map[nthKey][]int32{}
	}
	places, known := m.nths[key]
	if !known {
		places = make([]int32, len(m.doc.Elements))
		counts := make([]int32, len(m.doc.Elements)+1)
		for i := range m.doc.Elements {
			if t.last {
				i = len(m.doc.Elements) - 1 - i
			}
			x := m.doc.Elements[i]
			if !m.any(x, t.arms) {
				continue
			}
			parent := len(m.doc.Elements)
			if x.Parent != nil {
				parent = x.Parent.Index
			}
			counts[parent]++
			places[i] = counts[parent]
		}
		m.nths[key] = places
	}
	return places[e.Index]
}

// foldedAttributes have values without case in HTML (HTML 4.17.2).
var foldedAttributes = set(`accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare
	defer dir direction disabled enctype face frame hreflang http-equiv lang language link media method multiple
	nohref noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign
	valuetype vlink`)

func attributeMatches(e *dom.Element, t *test) bool {
	name := t.name
	if e.Namespace == dom.HTML {
		name = lower(name)
	}
	value, written := e.Attribute(name)
	if !written || t.op == 0 {
		return written
	}
	wanted := t.value
	if t.fold == 'i' || t.fold == 0 && e.Namespace == dom.HTML && foldedAttributes[name] {
		value, wanted = lower(value), lower(wanted)
	}
	switch t.op {
	case '=':
		return value == wanted
	case '~':
		return wanted != "" && slices.Contains(strings.Fields(value), wanted)
	case '|':
		return value == wanted || strings.HasPrefix(value, wanted) && strings.HasPrefix(value[len(wanted):], "-")
	case '^':
		return wanted != "" && strings.HasPrefix(value, wanted)
	case '$':
		return wanted != "" && strings.HasSuffix(value, wanted)
	case '*':
		return wanted != "" && strings.Contains(value, wanted)
	}
	return false
}
