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

// A placed is a sheet at its place in the cascade of one page.
type placed struct {
	*rules
	from   *Sheet
	origin int
	holds  []bool // by condition
	layers []int  // by layer of the sheet
	base   int    // layer of the whole sheet, 0 for none
	order  uint64 // of its first rule
}

// A candidate is a declaration that applies to an element.
type candidate struct {
	*declaration
	rank  rank
	order uint64
	from  *Sheet // nil for a style attribute and for hints
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

// A hit is a rule that matches an element through one of its selectors.
type hit struct {
	sheet int32
	rule  int32
	weight
}

// match finds the rules that hold for an element or one of its pseudo-elements.
func (s *Styles) match(e *dom.Element, pseudo string) []hit {
	var all []hit
	if pseudo == "" && s.hits != nil {
		if s.hits[e.Index] == nil {
			s.hits[e.Index] = append([]hit{}, s.choose(e, pseudo)...)
		}
		all = s.hits[e.Index]
	} else {
		all = s.choose(e, pseudo)
	}
	var hits []hit
	for _, one := range all {
		sheet := s.sheets[one.sheet]
		if c := sheet.all[one.rule].condition; c < 0 || sheet.holds[c] {
			hits = append(hits, one)
		}
	}
	return hits
}

// choose finds the rules whose selectors match, whatever their conditions.
func (s *Styles) choose(e *dom.Element, pseudo string) []hit {
	var hits []hit
	s.matching.self = e
	if s.on == nil && s.states != (states{}) {
		s.matching.has, s.matching.nths = nil, nil // they depend on which element is asked about
	}
	for i, sheet := range s.sheets {
		lookup := &sheet.lookup
		if pseudo != "" {
			if lookup = sheet.pseudo[pseudo]; lookup == nil {
				continue
			}
		}
		lookup.each(e, s.tree.classes[e.Index], func(one entry) {
			if s.matching.matches(e, one.selector) {
				hits = append(hits, hit{int32(i), one.rule, one.selector.weight})
			}
		})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if a.sheet != b.sheet {
			return int(a.sheet - b.sheet)
		}
		if a.rule != b.rule {
			return int(a.rule - b.rule)
		}
		return int(b.weight) - int(a.weight)
	})
	return slices.CompactFunc(hits, func(a, b hit) bool { return a.sheet == b.sheet && a.rule == b.rule })
}

// cascade returns what applies to e.
func (s *Styles) cascade(e *dom.Element) *cascaded {
	if known := s.matched[e.Index]; known != nil {
		return known
	}
	made := s.cascadeOf(e, "")
	s.matched[e.Index] = made
	return made
}

// cascadeOf returns what applies to e, or to a pseudo-element of it.
func (s *Styles) cascadeOf(e *dom.Element, pseudo string) *cascaded {
	hits := s.match(e, pseudo)
	var inline, hints []declaration
	if pseudo == "" {
		if style, written := e.Attribute("style"); written {
			inline = parseDeclarations(style)
		}
		hints = hintsOf(e)
	}
	if len(inline) > 0 || len(hints) > 0 {
		return s.weigh(hits, inline, hints)
	}
	key := make([]byte, 0, 12*len(hits))
	for _, h := range hits {
		key = binary.LittleEndian.AppendUint32(key, uint32(h.sheet))
		key = binary.LittleEndian.AppendUint32(key, uint32(h.rule))
		key = binary.LittleEndian.AppendUint32(key, uint32(h.weight))
	}
	if known := s.sharing[string(key)]; known != nil {
		return known
	}
	made := s.weigh(hits, nil, nil)
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
		sheet := s.sheets[h.sheet]
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
			add(candidate{d, rankOf(sheet.origin, d.important, false, layer, h.weight), sheet.order + uint64(h.rule)<<20 + uint64(i), sheet.from})
		}
	}
	for i := range inline {
		d := &inline[i]
		add(candidate{d, rankOf(originAuthor, d.important, true, maxLayers*32, 0), uint64(i), nil})
	}
	for i := range hints {
		add(candidate{&hints[i], rankOf(originAuthor, false, false, 0, 0), uint64(i), nil})
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
