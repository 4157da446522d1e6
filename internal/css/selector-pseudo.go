package css

import (
	"strconv"
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// plainPseudos are the pseudo-classes without arguments. Those that only a
// running browser can answer never match: see matcher.pseudo.
var plainPseudos = set(`root empty link any-link visited target target-within focus focus-visible focus-within hover active
	enabled disabled checked indeterminate default required optional read-only read-write placeholder-shown
	valid invalid user-valid user-invalid in-range out-of-range scope defined open modal popover-open fullscreen
	autofill -webkit-autofill picture-in-picture playing paused muted seeking stalled buffering volume-locked
	current past future blank local-link host -moz-focusring active-view-transition`)

// oldElements are the pseudo-elements that one colon may introduce.
var oldElements = set("before after first-line first-letter")

// pseudoElements are known; rules for other names are kept if they begin with -webkit-.
var pseudoElements = set(`before after first-line first-letter marker placeholder selection backdrop file-selector-button
	cue grammar-error spelling-error target-text details-content view-transition search-text checkmark picker-icon
	scroll-marker scroll-marker-group scroll-button column`)

// pseudo reads a pseudo-class or pseudo-element, from its first colon.
func (c *compiler) pseudo(part *compound, s *selector) bool {
	c.at++
	double := c.peek().kind == lex.ColonToken
	if double {
		c.at++
	}
	t := c.peek()
	if t.kind != ident && t.kind != function {
		return false
	}
	name := lower(strings.Clone(t.name()))
	if double || t.kind == ident && oldElements[name] {
		return c.pseudoElement(t, name, s)
	}
	if s.pseudo != "" && !plainPseudos[name] {
		return false
	}
	if t.kind == ident {
		c.at++
		if name == "scope" && c.in.scoped {
			c.amp = true
			part.tests = append(part.tests, test{kind: testIs, arms: c.in.parents})
			s.weight = s.weight.plus(oneClass)
			return true
		}
		return plainPseudo(part, s, name)
	}
	args, after := inside(c.all, c.at)
	c.at = after
	return c.functional(part, s, name, trim(args))
}

func (c *compiler) pseudoElement(t token, name string, s *selector) bool {
	if s.pseudo != "" || c.has || c.depth > 0 {
		return false
	}
	if t.kind == function {
		_, c.at = inside(c.all, c.at)
		name += "()"
	} else {
		if !pseudoElements[name] && !strings.HasPrefix(name, "-webkit-") {
			return false
		}
		c.at++
	}
	s.pseudo = name
	s.weight = s.weight.plus(oneTag)
	return true
}

// plainPseudo adds a pseudo-class that has no arguments.
func plainPseudo(part *compound, s *selector, name string) bool {
	one := test{kind: testPseudo, name: name}
	nth := func(last, typed bool) { one = test{kind: testNth, b: 1, last: last, typed: typed} }
	switch name {
	case "first-child":
		nth(false, false)
	case "last-child":
		nth(true, false)
	case "first-of-type":
		nth(false, true)
	case "last-of-type":
		nth(true, true)
	case "only-child", "only-of-type":
		typed := name == "only-of-type"
		nth(false, typed)
		part.tests = append(part.tests, test{kind: testNth, b: 1, last: true, typed: typed})
	default:
		if !plainPseudos[name] {
			return false
		}
	}
	part.tests = append(part.tests, one)
	s.weight = s.weight.plus(oneClass)
	return true
}

// functional adds a pseudo-class with arguments.
func (c *compiler) functional(part *compound, s *selector, name string, args []token) bool {
	one := test{}
	switch name {
	case "is", "where", "matches", "-webkit-any", "-moz-any":
		one.kind = testIs
		one.arms = c.arms(args, false)
		if name != "where" {
			s.weight = s.weight.plus(heaviest(one.arms))
		}
	case "not":
		one.kind = testNot
		list, ok := c.strict(args, false)
		if !ok {
			return false
		}
		one.arms = list
		s.weight = s.weight.plus(heaviest(list))
	case "has":
		if c.has {
			return false
		}
		one.kind = testHas
		list, ok := c.strict(args, true)
		if !ok {
			return false
		}
		one.arms = list
		s.weight = s.weight.plus(heaviest(list))
	case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
		one.kind = testNth
		one.last = strings.Contains(name, "last")
		one.typed = strings.HasSuffix(name, "type")
		s.weight = s.weight.plus(oneClass)
		if !c.nth(&one, s, args) {
			return false
		}
	case "lang":
		one.kind = testLang
		s.weight = s.weight.plus(oneClass)
		for _, word := range split(args, ',') {
			one.words = append(one.words, languageRange(word))
		}
	case "dir":
		one.kind = testDir
		s.weight = s.weight.plus(oneClass)
		one.name = lower(text(args))
	case "host", "host-context", "state", "active-view-transition-type":
		one = test{kind: testPseudo, name: "host"}
		s.weight = s.weight.plus(oneClass)
	default:
		return false
	}
	part.tests = append(part.tests, one)
	return true
}

// arms compiles a forgiving list: what is invalid in it is left out.
func (c *compiler) arms(args []token, has bool) []*selector {
	var list []*selector
	for _, part := range split(args, ',') {
		if one, ok := c.strict(part, has); ok {
			list = append(list, one...)
		}
	}
	return list
}

// strict compiles a list in which nothing may be invalid.
func (c *compiler) strict(args []token, has bool) ([]*selector, bool) {
	if c.depth > 16 {
		return nil, false
	}
	var list []*selector
	for _, part := range split(args, ',') {
		inner := &compiler{p: c.p, in: c.in, all: part, depth: c.depth + 1, has: has || c.has && false}
		one, ok := inner.complex(false)
		if !ok || one.pseudo != "" {
			return nil, false
		}
		c.amp = c.amp || inner.amp
		list = append(list, one)
	}
	return list, true
}

func languageRange(all []token) string {
	if len(all) == 1 && all[0].kind == quoted {
		return lower(strings.Clone(all[0].value()))
	}
	return lower(strings.Clone(unescape(text(all))))
}

// nth reads an+b [of S] (CSS Syntax 3, 6).
func (c *compiler) nth(one *test, s *selector, args []token) bool {
	for i, t := range args {
		if t.word("of") && !one.typed {
			list, ok := c.strict(trim(args[i+1:]), false)
			if !ok {
				return false
			}
			one.arms = list
			s.weight = s.weight.plus(heaviest(list))
			args = args[:i]
			break
		}
	}
	var ok bool
	one.a, one.b, ok = parseNth(args)
	return ok
}

func parseNth(args []token) (a, b int, ok bool) {
	args = trim(args)
	var written strings.Builder
	for i, t := range args {
		if t.kind == space {
			before, after := args[i-1].text, args[i+1].text
			if strings.HasSuffix(before, "+") || strings.HasSuffix(before, "-") || after == "+" || after == "-" ||
				after[0] == '+' || after[0] == '-' {
				continue
			}
			return 0, 0, false
		}
		written.WriteString(t.text)
	}
	s := lower(written.String())
	switch s {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	factor, rest, found := strings.Cut(s, "n")
	if !found {
		b, err := strconv.Atoi(s)
		return 0, b, err == nil
	}
	switch factor {
	case "", "+":
		a = 1
	case "-":
		a = -1
	default:
		n, err := strconv.Atoi(factor)
		if err != nil {
			return 0, 0, false
		}
		a = n
	}
	if rest == "" {
		return a, 0, true
	}
	if rest[0] != '+' && rest[0] != '-' {
		return 0, 0, false
	}
	b, err := strconv.Atoi(rest)
	return a, b, err == nil
}
