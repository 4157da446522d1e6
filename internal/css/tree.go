package css

import "handrail/internal/dom"

// fromEnd returns the place of e among its siblings, counted from the last.
func fromEnd(e *dom.Element) int32 {
	if e.Parent == nil {
		return 1
	}
	for i := len(e.Parent.Children) - 1; i >= 0; i-- {
		if last := e.Parent.Children[i].Element; last != nil {
			return int32(last.Nth() - e.Nth() + 1)
		}
	}
	return 1
}

// ofType returns the place of e among the siblings with its tag.
func (p *page) ofType(e *dom.Element, last bool) int32 {
	way := 0
	if last {
		way = 1
	}
	if p.typed[way] == nil {
		p.typed[way] = p.countTypes(last)
	}
	return p.typed[way][e.Index]
}

func (p *page) countTypes(last bool) []int32 {
	type key struct {
		parent int
		tag    string
	}
	counts := map[key]int32{}
	places := make([]int32, len(p.doc.Elements))
	for i := range p.doc.Elements {
		if last {
			i = len(p.doc.Elements) - 1 - i
		}
		e := p.doc.Elements[i]
		k := key{-1, e.Tag}
		if e.Parent != nil {
			k.parent = e.Parent.Index
		}
		counts[k]++
		places[i] = counts[k]
	}
	return places
}
