package css

import "handrail/internal/dom"

// A Trait is what follows from the styles of an element and of those around it,
// and from nothing else of them. It is worked out once for all elements of a
// kin, whatever pages they are on.
type Trait[T any] struct {
	// Of works it out for an element. It may ask the styles about the element
	// and those around it only.
	Of func(s *Styles, e *dom.Element) T
}

// Get returns the trait of an element.
func (t *Trait[T]) Get(s *Styles, e *dom.Element) T {
	known, _ := s.traits[t].(*traits[T])
	if known == nil {
		known = &traits[T]{}
		s.traits[t] = known
	}
	kin := int(s.kin(e))
	if missing := len(s.byKin) - len(known.found); kin >= len(known.found) {
		known.found = append(known.found, make([]*T, missing)...)
	}
	if known.found[kin] == nil {
		found := t.Of(s, e)
		known.found[kin] = &found
	}
	return *known.found[kin]
}

// traits are what was found of one trait, by kin.
type traits[T any] struct{ found []*T }
