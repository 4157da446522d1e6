package css

import (
	"strings"

	"handrail/internal/dom"
)

// A Pseudo is a pseudo-element: a part of an element, or something generated
// beside its content, that has styles of its own.
type Pseudo struct {
	*part
	s        *Styles
	of       *dom.Element
	name     string
	cascaded *cascaded
}

// A part is what pseudo-elements have in common whose elements are of one kin and
// to which the same rules apply.
type part struct {
	memo   map[property]string
	custom map[string]*customValue
}

type partOf struct {
	kin   int32
	rules *cascaded
}

type pseudoKey struct {
	index int
	name  string
}

// Pseudo returns a pseudo-element of e by its name without colons ("before",
// "after", "marker", "first-letter", "placeholder"...), nil where there is none:
// before and after need content, a marker a list item, a placeholder its
// attribute, all others a rule that matches.
func (s *Styles) Pseudo(e *dom.Element, name string) *Pseudo {
	name = strings.TrimLeft(name, ":")
	if (name == "before" || name == "after") && !s.matchesOf(e, name).makes {
		return nil
	}
	key := pseudoKey{e.Index, name}
	if known, has := s.pseudos[key]; has {
		return known
	}
	p := &Pseudo{s: s, of: e, name: name, cascaded: s.cascadeOf(e, name)}
	of := partOf{s.kin(e), p.cascaded}
	if p.part = s.parts[of]; p.part == nil {
		p.part = &part{memo: map[property]string{}}
		s.parts[of] = p.part
	}
	if !p.exists() {
		p = nil
	}
	s.pseudos[key] = p
	return p
}

func (p *Pseudo) exists() bool {
	rules := len(p.cascaded.all) > 0 || len(p.cascaded.custom) > 0
	switch p.name {
	case "before", "after":
		if !rules || replaced[p.of.Tag] && p.of.Namespace == dom.HTML {
			return false
		}
		content := p.value(pContent)
		return content != "normal" && content != "none" && p.value(pDisplay) != "none"
	case "marker":
		return strings.Contains(p.s.value(p.of, pDisplay), "list-item")
	case "placeholder":
		_, written := p.of.Attribute("placeholder")
		return written && (p.of.Tag == "input" || p.of.Tag == "textarea")
	case "first-letter", "first-line", "selection":
		return rules
	}
	return rules
}

// replaced elements show something of their own instead of content.
var replaced = set("img video audio canvas iframe embed object input textarea select br wbr hr progress meter frame")

func (p *Pseudo) subject() subject { return subject{p.s, p.of, p} }

func (p *Pseudo) value(id property) string {
	if known, has := p.memo[id]; has {
		return known
	}
	found := p.subject().compute(id)
	p.memo[id] = found
	return found
}

// Value is what Styles.Value is for an element.
func (p *Pseudo) Value(name string) string {
	id, known := propertyNames[name]
	switch {
	case known:
		return p.value(id)
	case strings.HasPrefix(name, "--"):
		return p.s.variable(p.subject(), name).text
	}
	return ""
}

// Color is what Styles.Color is for an element.
func (p *Pseudo) Color(name string) (Color, bool) { return p.subject().color(name) }

// Length is what Styles.Length is for an element.
func (p *Pseudo) Length(name string) (float64, bool) { return p.subject().length(name) }

// Backgrounds is what Styles.Backgrounds is for an element.
func (p *Pseudo) Backgrounds() []Layer { return p.subject().backgrounds() }
