package css

import (
	"encoding/binary"
	"slices"

	"handrail/internal/dom"
)

const maxLayers = 1000

// rank orders declarations; the greater wins (CSS Cascade 5, 6.1).
type rank uint64

const (
	originUA     = 0
	originAuthor = 1
)

// rankOf puts origin and importance, style attribute, layer and specificity
// into one number. layer counts from 1; unlayered rules come last.
func rankOf(origin int, important, inline bool, layer int, w weight) rank {
	level := rank(origin)
	if important {
		level = 3 - level
		layer = maxLayers*64 - layer
	}
	r := level<<60 | rank(layer)<<32 | rank(w)
	if inline {
		r |= 1 << 59
	}
	return r
}

func (r rank) level() rank { return r >> 60 }

// layer returns what revert-layer goes below: all that rank alike but for specificity.
func (r rank) layer() rank { return r >> 32 }

// A candidate is a declaration that applies to an element.
type candidate struct {
	*declaration
	rank  rank
	order uint64
	sheet int32 // -1 for a style attribute and for hints
}

// A cascaded is all that applies to an element. Elements to which the same
// rules apply share one.
type cascaded struct {
	all    []candidate // by property, the winner first
	first  []uint16    // index of properties in all, plus 1; by property
	custom map[string][]candidate
}

// of returns the candidates for a property, the winner first.
func (c *cascaded) of(p property, name string) []candidate {
	if p == 0 {
		return c.custom[name]
	}
	if c.first == nil || c.first[p] == 0 {
		return nil
	}
	from := int(c.first[p]) - 1
	to := from + 1
	for to < len(c.all) && c.all[to].property == p {
		to++
	}
	return c.all[from:to]
}

// cascade returns what applies to e.
func (s *Styles) cascade(e *dom.Element) *cascaded { return s.byKin[s.kin(e)] }

// cascadeOf returns what applies to e, or to a pseudo-element of it.
func (s *Styles) cascadeOf(e *dom.Element, pseudo string) *cascaded {
	which := int32(0)
	if pseudo == "" && s.base == nil {
		which = s.page.which[e.Index] // another reader may have asked
	}
	if which == 0 {
		which = s.choose(e, pseudo)
		if pseudo == "" && s.base == nil {
			s.page.which[e.Index] = which
		}
	}
	if missing := len(s.choices) - len(s.chosen); int(which) >= len(s.chosen) {
		s.chosen = append(s.chosen, make([]*cascaded, missing)...)
	}
	if s.chosen[which] == nil {
		s.chosen[which] = s.apply(e, s.choices[which])
	}
	return s.chosen[which]
}

// choose finds out what decides about e, and returns its number in the stock.
func (s *Styles) choose(e *dom.Element, pseudo string) int32 {
	c := choice{matches: s.matchesOf(e, pseudo)}
	if pseudo == "" {
		c.own = ownOf(e)
	}
	s.matching.about(e)
	more := []byte(nil)
	for i, one := range c.matches.perhaps {
		switch {
		case !s.matching.matches(e, one.selector):
		case i < 64:
			c.holding |= 1 << i
		default:
			more = binary.LittleEndian.AppendUint32(more, uint32(i))
		}
	}
	if s.hits += len(more) / 4; s.hits > maxHits {
		s.cap()
		more = nil
	}
	c.more = string(more)
	n, known := s.byChoice[c]
	if !known {
		n = int32(len(s.choices))
		s.choices = append(s.choices, c)
		s.byChoice[c] = n
	}
	return n
}

// apply returns what a choice declares, sorted. What is made for one element
// serves all for which it is the same.
func (s *Styles) apply(e *dom.Element, c choice) *cascaded {
	own := c.own
	all := append([]hit(nil), c.matches.sure...)
	for i := range c.holds {
		one := c.matches.perhaps[i]
		all = append(all, hit{one.sheet, one.rule, one.selector.weight})
	}
	all = slices.DeleteFunc(inOrder(all), func(h hit) bool { return !s.look.counts(h) })
	key := make([]byte, 0, 12*len(all)+len(own))
	for _, h := range all {
		key = binary.LittleEndian.AppendUint32(key, uint32(h.sheet))
		key = binary.LittleEndian.AppendUint32(key, uint32(h.rule))
		key = binary.LittleEndian.AppendUint32(key, uint32(h.weight))
	}
	key = append(key, own...)
	if known := s.sharing[string(key)]; known != nil {
		return known
	}
	var inline, hints []declaration
	if own != "" {
		style, _ := e.Attribute("style")
		inline, hints = parseDeclarations(style), hintsOf(e)
	}
	made := s.weigh(all, inline, hints)
	s.sharing[string(key)] = made
	return made
}

// weigh sorts all declarations that apply, by property and rank.
func (s *Styles) weigh(hits []hit, inline, hints []declaration) *cascaded {
	c := &cascaded{}
	add := func(one candidate) {
		if one.property != 0 {
			c.all = append(c.all, one)
			return
		}
		if c.custom == nil {
			c.custom = map[string][]candidate{}
		}
		c.custom[one.name] = append(c.custom[one.name], one)
	}
	for _, h := range hits {
		sheet := &s.placed[h.sheet]
		r := &sheet.all[h.rule]
		layer := sheet.base
		if r.layer >= 0 {
			layer = sheet.layers[r.layer]
		}
		if layer == 0 {
			layer = maxLayers * 32
		}
		for i := range r.declarations {
			d := &r.declarations[i]
			add(candidate{d, rankOf(sheet.origin, d.important, false, layer, h.weight), uint64(h.sheet)<<40 + uint64(h.rule)<<20 + uint64(i), h.sheet})
		}
		if s.room -= len(r.declarations); s.room < 0 {
			s.cap()
			break
		}
	}
	for i := range inline {
		d := &inline[i]
		add(candidate{d, rankOf(originAuthor, d.important, true, maxLayers*32, 0), uint64(i), -1})
	}
	for i := range hints {
		add(candidate{&hints[i], rankOf(originAuthor, false, false, 0, 0), uint64(i), -1})
	}
	order := func(a, b candidate) int {
		switch {
		case a.property != b.property:
			return int(a.property) - int(b.property)
		case a.rank != b.rank:
			if a.rank > b.rank {
				return -1
			}
			return 1
		case a.order > b.order:
			return -1
		case a.order < b.order:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(c.all, order)
	for name := range c.custom {
		slices.SortStableFunc(c.custom[name], order)
	}
	if len(c.all) > 0 && len(c.all) < 1<<16-1 {
		c.first = make([]uint16, len(properties))
		for i := len(c.all) - 1; i >= 0; i-- {
			c.first[c.all[i].property] = uint16(i) + 1
		}
	}
	return c
}
