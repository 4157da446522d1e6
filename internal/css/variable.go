package css

import (
	"strings"

	"handrail/internal/dom"
)

// Caps for custom properties: how deep they may lead to each other, and how
// much text one may become.
const (
	maxChain    = 400
	maxExpanded = 20_000 // tokens
)

// A customValue is a custom property of one element.
type customValue struct {
	text  string
	state customState
}

type customState uint8

const (
	customUnknown customState = iota
	customRunning
	customCyclic // running, and met again
	customGood
	customInvalid // as if it were not there
)

// slot returns where the value of a custom property is kept.
func (x subject) slot(name string) *customValue {
	if x.pseudo != nil {
		if x.pseudo.custom == nil {
			x.pseudo.custom = map[string]*customValue{}
		}
		if x.pseudo.custom[name] == nil {
			x.pseudo.custom[name] = &customValue{}
		}
		return x.pseudo.custom[name]
	}
	key := customKey{name, x.s.kin(x.e)}
	if x.s.custom[key] == nil {
		x.s.custom[key] = &customValue{}
	}
	return x.s.custom[key]
}

// A customKey names a custom property of the elements of one kin.
type customKey struct {
	name string
	kin  int32
}

// variable returns the computed value of a custom property (CSS Variables 1).
func (s *Styles) variable(x subject, name string) customValue {
	v := x.slot(name)
	switch v.state {
	case customGood, customInvalid:
		return *v
	case customRunning, customCyclic:
		for i := len(s.chain) - 1; i >= 0; i-- {
			s.chain[i].state = customCyclic
			if s.chain[i] == v {
				break
			}
		}
		return customValue{state: customInvalid}
	}
	if len(s.chain) > maxChain {
		s.cap()
		return customValue{state: customInvalid}
	}
	v.state = customRunning
	s.chain = append(s.chain, v)
	found := s.customOf(x, name)
	s.chain = s.chain[:len(s.chain)-1]
	if v.state == customCyclic {
		found = customValue{state: customInvalid}
	}
	*v = found
	return found
}

func (s *Styles) customOf(x subject, name string) customValue {
	all := x.cascade().of(0, name)
	registered, isRegistered := s.registration(name)
	initial := customValue{registered.initial, customGood}
	if !isRegistered || registered.initial == "" {
		initial = customValue{state: customInvalid}
	}
	inherit := func() customValue {
		if up, has := x.parent(); has {
			return up.s.variable(up, name)
		}
		return initial
	}
	for len(all) > 0 {
		value, ok := s.filled(x, all[0])
		if !ok {
			if isRegistered && !registered.inherits {
				return initial
			}
			return customValue{state: customInvalid}
		}
		word := lower(value)
		if rest := reverted(all, word); rest != nil {
			all = *rest
			continue
		}
		switch {
		case word == "initial":
			return initial
		case word == "inherit":
			return inherit()
		case word == "unset":
			all = nil
			continue
		}
		return customValue{value, customGood}
	}
	if isRegistered && !registered.inherits {
		return initial
	}
	return inherit()
}

// registration finds the @property rule for a name; the last one counts.
func (s *Styles) registration(name string) (registration, bool) {
	for i := len(s.placed) - 1; i >= 0; i-- {
		if found, is := s.placed[i].registered[name]; is && !s.placed[i].off {
			return found, true
		}
	}
	return registration{}, false
}

// filled returns the value of a declaration with its variables filled in, for
// the longhand that it is about. It is not ok if that makes it invalid.
func (s *Styles) filled(x subject, c candidate) (string, bool) {
	if !c.variable {
		return c.value, true
	}
	room := maxExpanded
	all, ok := s.fill(x, tokens(c.value), 0, &room)
	if !ok {
		return "", false
	}
	all = trim(all)
	whole := text(all)
	if c.property == 0 {
		return whole, true
	}
	if word := lower(whole); wide[word] {
		return word, true
	}
	if len(all) == 0 {
		return "", false
	}
	if c.shorthand == "" {
		return validate(c.property, all)
	}
	values, ok := expand(c.shorthand, all)
	if value := values[c.property]; value != "" || !ok {
		return value, ok
	}
	return "initial", true
}

// fill replaces var() and env().
func (s *Styles) fill(x subject, all []token, depth int, room *int) ([]token, bool) {
	if depth > 50 {
		return nil, false
	}
	var done []token
	for i := 0; i < len(all); {
		call := all[i].call()
		if call != "var" && call != "env" {
			if *room--; *room < 0 {
				return nil, false
			}
			done = append(done, all[i])
			i++
			continue
		}
		args, after := inside(all, i)
		i = after
		name, fallback, has := cutComma(args)
		value := customValue{state: customInvalid}
		switch name = trim(name); {
		case len(name) == 0:
			return nil, false
		case call == "var":
			if len(name) != 1 || name[0].kind != customName {
				return nil, false
			}
			value = s.variable(x, name[0].name())
		case strings.HasPrefix(name[0].text, "safe-area-inset-"):
			value = customValue{"0px", customGood}
		}
		part := tokens(value.text)
		if value.state != customGood {
			if !has {
				return nil, false
			}
			var ok bool
			if part, ok = s.fill(x, fallback, depth+1, room); !ok {
				return nil, false
			}
		} else if *room -= len(part); *room < 0 {
			s.cap()
			return nil, false
		}
		done = append(done, part...)
	}
	return done, true
}

// cutComma splits at the first comma.
func cutComma(all []token) (before, after []token, found bool) {
	for i, t := range all {
		if t.kind == comma {
			return all[:i], all[i+1:], true
		}
	}
	return all, nil, false
}

// A Declaration is what somebody wrote for a property.
type Declaration struct {
	Value     string
	Important bool
	// Inline says that it stands in a style attribute; Sheet is nil then, and
	// for what an attribute like bgcolor says.
	Inline bool
	Sheet  *Sheet
	// Offset is where it begins, in the sheet's data or the attribute's value.
	Offset int
}

// Declared returns the declaration that wins the cascade for a property of e,
// if the author of the page wrote one.
func (s *Styles) Declared(e *dom.Element, name string) (Declaration, bool) {
	p := propertyNames[name]
	applying := s.cascade(e).of(p, name)
	if len(applying) == 0 || applying[0].origin() == originUA {
		return Declaration{}, false
	}
	c := applying[0]
	d := Declaration{Value: c.value, Important: c.important, Offset: int(c.at)}
	if c.sheet >= 0 {
		d.Sheet = s.written[c.sheet]
	}
	d.Inline = c.rank&(1<<59) != 0
	if c.variable {
		d.Value, _ = s.filled(subject{s, e, nil}, c)
	}
	return d, true
}
