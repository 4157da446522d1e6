package css

import (
	"slices"

	"handrail/internal/dom"
)

// An index finds the selectors that might match an element by what their
// subject must have, so that most rules are never looked at.
type index struct {
	ids, classes, tags map[string][]entry
	others             []entry
}

type entry struct {
	selector *selector
	rule     int32
	sheet    int32 // of the page; an index leaves it empty
}

// sort puts the selectors of all rules into the indexes.
func (p *parser) sort() {
	p.pseudo = map[string]*index{}
	p.asked = asked{ids: map[string]bool{}, classes: map[string]bool{}}
	for i := range p.all {
		r := &p.all[i]
		r.makes = slices.ContainsFunc(r.declarations, func(d declaration) bool { return d.property == pContent })
		for _, s := range r.selectors {
			p.asked.ask(s)
			into := &p.lookup
			if s.pseudo != "" {
				if p.pseudo[s.pseudo] == nil {
					p.pseudo[s.pseudo] = &index{}
				}
				into = p.pseudo[s.pseudo]
			}
			into.add(s, &s.parts[0], entry{selector: s, rule: int32(i)}, 0)
		}
	}
}

// add puts an entry under what the compound asks for. A compound that is only
// a choice (:is, &) goes under each of the choices.
func (x *index) add(s *selector, c *compound, e entry, depth int) {
	for _, kind := range []testKind{testID, testClass} {
		for _, t := range c.tests {
			if t.kind == kind {
				table := &x.ids
				if kind == testClass {
					table = &x.classes
				}
				put(table, t.name, e)
				return
			}
		}
	}
	if c.tag != "" {
		put(&x.tags, c.tag, e)
		return
	}
	for _, t := range c.tests {
		if t.kind == testIs && len(t.arms) > 0 && len(t.arms) <= 32 && depth < 4 {
			for _, arm := range t.arms {
				x.add(s, &arm.parts[0], e, depth+1)
			}
			return
		}
	}
	if n := len(x.others); n == 0 || x.others[n-1] != e {
		x.others = append(x.others, e)
	}
}

func put(table *map[string][]entry, key string, e entry) {
	if *table == nil {
		*table = map[string][]entry{}
	}
	list := (*table)[key]
	if n := len(list); n > 0 && list[n-1] == e {
		return
	}
	(*table)[key] = append(list, e)
}

// each calls what for every entry that might match e.
func (x *index) each(e *dom.Element, classes []string, what func(entry)) {
	if len(x.ids) > 0 {
		if id, _ := e.Attribute("id"); id != "" {
			for _, one := range x.ids[id] {
				what(one)
			}
		}
	}
	if len(x.classes) > 0 {
		for _, class := range classes {
			for _, one := range x.classes[class] {
				what(one)
			}
		}
	}
	if len(x.tags) > 0 {
		for _, one := range x.tags[lower(e.Tag)] {
			what(one)
		}
	}
	for _, one := range x.others {
		what(one)
	}
}

// bloom is a set of names as bits: what is not in it is certainly not there.
func bloom(name string, kind byte) uint64 {
	h := uint32(2166136261) ^ uint32(kind)
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return 1<<(h&63) | 1<<(h>>6&63)
}

// ancestors returns what elements around the subject must have.
func (s *selector) ancestors() uint64 {
	bits := uint64(0)
	above := false
	for i := range s.parts {
		if i > 0 && (s.parts[i-1].combinator == ' ' || s.parts[i-1].combinator == '>') {
			above = true
		} else if i > 0 {
			above = false
		}
		if !above {
			continue
		}
		if s.parts[i].tag != "" {
			bits |= bloom(s.parts[i].tag, 't')
		}
		for _, t := range s.parts[i].tests {
			switch t.kind {
			case testID:
				bits |= bloom(t.name, '#')
			case testClass:
				bits |= bloom(t.name, '.')
			}
		}
	}
	return bits
}
