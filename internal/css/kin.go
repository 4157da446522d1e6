package css

import "handrail/internal/dom"

// A family is what elements of one kin have in common: the same rules apply to
// them, and to all that they inherit from.
type family struct {
	rules  *cascaded
	around int32 // kin of the parent, 0 for none
}

// Kin returns a number, from 1, that tells elements apart by their styles: where
// it is the same, every property has the same value, on them and on all around
// them. Pseudo-elements may differ. On a page of many parts it is far smaller than
// the number of elements, so what follows from styles need be worked out only once
// for each.
func (s *Styles) Kin(e *dom.Element) int { return int(s.kin(e)) }

func (s *Styles) kin(e *dom.Element) int32 {
	if known := s.kins[e.Index]; known != 0 {
		return known
	}
	f := family{}
	if s.base != nil && !s.matchesOf(e, "").stateful {
		f.rules = s.base.cascade(e)
	} else {
		f.rules = s.cascadeOf(e, "")
	}
	if e.Parent != nil {
		f.around = s.around().kin(e.Parent)
	}
	found := s.families[f]
	if found == 0 {
		found = int32(len(s.byKin))
		s.families[f] = found
		s.byKin = append(s.byKin, f.rules)
	}
	s.kins[e.Index] = found
	return found
}
