package css

import (
	"strings"

	"handrail/internal/dom"
)

// State returns the styles that elements have while something is done to them:
// "focus", "focus-visible", "hover", "active". Each element asked about is
// thought of as the one concerned; what is around it is as it then is (hovered
// too, with the focus within). "focus-visible" includes "focus".
func (s *Styles) State(names ...string) *Styles {
	base := s
	if s.base != nil {
		base = s.base
	}
	key := strings.Join(names, " ")
	if base.stated[key] == nil {
		if base.stated == nil {
			base.stated = map[string]*Styles{}
		}
		base.stated[key] = s.StateOn(nil, names...)
	}
	return base.stated[key]
}

// StateOn returns the styles of the page while something is done to target.
func (s *Styles) StateOn(target *dom.Element, names ...string) *Styles {
	base := s
	if s.base != nil {
		base = s.base
	}
	c := base.with(states{})
	c.on = target
	for _, name := range names {
		switch name {
		case "focus":
			c.states.focus = true
		case "focus-visible":
			c.states.focus, c.states.visible = true, true
		case "focus-within":
			c.states.within = true
		case "hover":
			c.states.hover = true
		case "active":
			c.states.active = true
		}
	}
	if target == nil {
		c.within = base.with(states{within: c.states.focus || c.states.within, hover: c.states.hover, active: c.states.active})
	}
	return c
}

// Awaits says whether e, or what is generated in it, may look different when the
// keyboard comes to some element of the page: a selector that may mean it asks
// where the keyboard is. What e inherits is not asked.
func (s *Styles) Awaits(e *dom.Element) bool {
	return s.matchesOf(e, "").focal || s.matchesOf(e, "before").focal || s.matchesOf(e, "after").focal
}

// with returns styles of the same page and sheets, without answers.
func (s *Styles) with(now states) *Styles {
	c := &Styles{look: s.look, page: s.page, Cut: s.Cut, states: now, base: s}
	c.start()
	return c
}

// around returns the styles that hold for ancestors of an element asked about.
func (s *Styles) around() *Styles {
	if s.within != nil {
		return s.within
	}
	return s
}
