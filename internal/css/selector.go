package css

import (
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// A selector is one complex selector, read from its subject to the left.
type selector struct {
	parts  []compound
	pseudo string // "before" and so on; "" for the element itself
	weight weight
	around uint64 // what its ancestors must have, see bloom

	noted    bool // see asked
	stateful bool // what is done to elements decides about it
	focal    bool // where the keyboard is decides about it
}

// A weight is a specificity: ids, classes and tags in ten bits each.
type weight uint32

const (
	oneID    weight = 1 << 20
	oneClass weight = 1 << 10
	oneTag   weight = 1
)

// plus adds without one kind spilling into another.
func (w weight) plus(v weight) weight {
	sum := weight(0)
	for _, shift := range []uint{0, 10, 20} {
		sum |= min(w>>shift&1023+v>>shift&1023, 1023) << shift
	}
	return sum
}

// A compound is what one element must be. The combinator says how it stands to
// the next part, which is the one to its left.
type compound struct {
	tag        string // in lower case; "" for any
	tagAsIs    string
	space      byte // 0 any, 'h' 's' 'm' a namespace, 'n' none, 'x' one that is not here
	tests      []test
	combinator byte // ' ', '>', '+', '~', 0 at the left end
}

type testKind uint8

const (
	testID testKind = iota
	testClass
	testAttribute
	testNth
	testIs
	testNot
	testHas
	testLang
	testDir
	testPseudo
	testAnchor
)

// A test is one simple selector.
type test struct {
	kind  testKind
	name  string
	value string
	op    byte // of an attribute: 0 written, '=', '~', '|', '^', '$', '*'
	fold  byte // 'i', 's' or 0 as the attribute is
	a, b  int  // of an+b
	last  bool // counted from the end
	typed bool // counted among those of one type
	arms  []*selector
	words []string
}

// selectorList compiles a list; ok is false where any of it is invalid.
func (p *parser) selectorList(all []token, in where) ([]*selector, bool) {
	var list []*selector
	for _, part := range split(all, ',') {
		c := &compiler{p: p, in: in, all: part}
		one, ok := c.complex(in.nested)
		if !ok {
			return nil, false
		}
		list = append(list, one)
	}
	p.selectors += len(list)
	return list, true
}

// A compiler reads one complex selector.
type compiler struct {
	p     *parser
	in    where
	all   []token
	at    int
	depth int
	has   bool // inside :has()
	amp   bool // "&" was there
}

func (c *compiler) peek() token {
	if c.at < len(c.all) {
		return c.all[c.at]
	}
	return token{}
}

// complex reads compounds and combinators. In a nested rule it is relative:
// without "&" it stands below the outer rule's elements.
func (c *compiler) complex(nested bool) (*selector, bool) {
	var parts []compound // from the left, combinator to the left
	s := &selector{}
	c.skipSpace()
	leading := c.combinator()
	if leading != 0 && !nested && !c.has {
		return nil, false
	}
	combinator := leading
	for {
		part, ok := c.compound(s)
		if !ok {
			return nil, false
		}
		part.combinator = combinator
		parts = append(parts, part)
		spaced := c.skipSpace()
		if c.at >= len(c.all) {
			break
		}
		combinator = c.combinator()
		if combinator == 0 && spaced {
			combinator = ' '
		}
		if combinator == 0 || s.pseudo != "" || len(parts) > 200 {
			return nil, false
		}
	}
	if nested && (!c.amp || leading != 0) {
		if leading == 0 {
			leading = ' '
		}
		parts[0].combinator = leading
		parts = append([]compound{{tests: []test{{kind: testIs, arms: c.in.parents}}}}, parts...)
		s.weight = s.weight.plus(heaviest(c.in.parents))
	}
	if c.has {
		if leading == 0 {
			leading = ' '
		}
		parts[0].combinator = leading
		parts = append([]compound{{tests: []test{{kind: testAnchor}}}}, parts...)
	}
	s.parts = reversed(parts)
	s.around = s.ancestors()
	return s, true
}

func reversed(parts []compound) []compound {
	turned := make([]compound, len(parts))
	for i, part := range parts {
		turned[len(parts)-1-i] = part
	}
	return turned
}

func heaviest(list []*selector) weight {
	most := weight(0)
	for _, s := range list {
		most = max(most, s.weight)
	}
	return most
}

func (c *compiler) skipSpace() bool {
	from := c.at
	for c.peek().kind == space {
		c.at++
	}
	return c.at > from
}

// combinator reads > + or ~ and the white space after it.
func (c *compiler) combinator() byte {
	t := c.peek()
	if !t.is('>') && !t.is('+') && !t.is('~') {
		return 0
	}
	c.at++
	c.skipSpace()
	return t.text[0]
}

// compound reads simple selectors that stand together.
func (c *compiler) compound(s *selector) (compound, bool) {
	var part compound
	from := c.at
	if !c.typeSelector(&part, s) {
		return part, false
	}
	for {
		t := c.peek()
		switch {
		case t.kind == hash:
			if name := t.text[1:]; name[0] >= '0' && name[0] <= '9' {
				return part, false
			}
			part.tests = append(part.tests, test{kind: testID, name: strings.Clone(t.name())})
			s.weight = s.weight.plus(oneID)
			c.at++
		case t.is('.'):
			c.at++
			if t = c.peek(); t.kind != ident && t.kind != customName {
				return part, false
			}
			part.tests = append(part.tests, test{kind: testClass, name: strings.Clone(t.name())})
			s.weight = s.weight.plus(oneClass)
			c.at++
		case t.is('&'):
			c.at++
			c.amp = true
			arms := c.in.parents
			if arms == nil {
				part.tests = append(part.tests, test{kind: testPseudo, name: "root"})
				break
			}
			part.tests = append(part.tests, test{kind: testIs, arms: arms})
			s.weight = s.weight.plus(heaviest(arms))
		case t.kind == lex.LeftBracketToken:
			args, after := inside(c.all, c.at)
			one, ok := attributeTest(args)
			if !ok || after == len(c.all) && !c.all[after-1].is(']') {
				return part, false
			}
			part.tests = append(part.tests, one)
			s.weight = s.weight.plus(oneClass)
			c.at = after
		case t.kind == lex.ColonToken:
			if !c.pseudo(&part, s) {
				return part, false
			}
		default:
			return part, c.at > from
		}
	}
}

// typeSelector reads a tag, "*" or "ns|tag", if there is one.
func (c *compiler) typeSelector(part *compound, s *selector) bool {
	t := c.peek()
	bar := c.at+1 < len(c.all) && c.all[c.at+1].is('|')
	if t.is('|') {
		part.space = 'n'
		c.at++
		t = c.peek()
	} else if bar && (t.kind == ident || t.is('*')) {
		if t.kind == ident {
			address, known := c.p.namespaces[t.name()]
			if !known {
				return false
			}
			part.space = spaceOf(address)
		}
		c.at += 2
		t = c.peek()
	} else if t.kind != ident && !t.is('*') {
		return true
	}
	switch {
	case t.kind == ident:
		part.tagAsIs = strings.Clone(t.name())
		part.tag = lower(part.tagAsIs)
		s.weight = s.weight.plus(oneTag)
	case !t.is('*'):
		return false
	}
	c.at++
	return true
}

func spaceOf(address string) byte {
	switch address {
	case "http://www.w3.org/1999/xhtml":
		return 'h'
	case "http://www.w3.org/2000/svg":
		return 's'
	case "http://www.w3.org/1998/Math/MathML":
		return 'm'
	}
	return 'x'
}

// attributeTest reads what stands in square brackets.
func attributeTest(args []token) (test, bool) {
	all := words(args)
	one := test{kind: testAttribute}
	if len(all) > 1 && all[0].is('|') {
		all = all[1:]
	} else if len(all) > 2 && all[1].is('|') && (all[0].kind == ident || all[0].is('*')) {
		all = all[2:]
	}
	if len(all) == 0 || all[0].kind != ident && all[0].kind != customName {
		return one, false
	}
	one.name = strings.Clone(all[0].name())
	if len(all) == 1 {
		return one, true
	}
	switch t := all[1]; {
	case t.is('='), len(t.text) == 2 && t.text[1] == '=' && t.kind != delim:
		one.op = t.text[0]
	default:
		return one, false
	}
	if len(all) < 3 || len(all) > 4 {
		return one, false
	}
	switch t := all[2]; t.kind {
	case quoted:
		one.value = strings.Clone(t.value())
	case ident, customName:
		one.value = strings.Clone(t.name())
	default:
		return one, false
	}
	if len(all) == 4 {
		switch {
		case all[3].word("i"):
			one.fold = 'i'
		case all[3].word("s"):
			one.fold = 's'
		default:
			return one, false
		}
	}
	return one, true
}
