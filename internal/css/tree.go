package css

import (
	"strings"

	"handrail/internal/dom"
)

// A tree knows what selectors ask about places among siblings.
type tree struct {
	doc      *dom.Document
	previous []*dom.Element
	next     []*dom.Element
	nth      []int32 // from 1
	classes  [][]string
	around   []uint64   // what the ancestors are, see bloom
	typed    [2][]int32 // by type, from the start and from the end
}

func newTree(doc *dom.Document) *tree {
	n := len(doc.Elements)
	t := &tree{doc: doc, previous: make([]*dom.Element, n), next: make([]*dom.Element, n), nth: make([]int32, n),
		classes: make([][]string, n), around: make([]uint64, n)}
	latest := make([]*dom.Element, n)
	own := make([]uint64, n)
	for i, e := range doc.Elements {
		bits := bloom(lower(e.Tag), 't')
		for _, a := range e.Attributes {
			switch a.Name {
			case "class":
				t.classes[i] = strings.Fields(a.Value)
				for _, class := range t.classes[i] {
					bits |= bloom(class, '.')
				}
			case "id":
				bits |= bloom(a.Value, '#')
			}
		}
		own[i] = bits
		t.nth[i] = 1
		if e.Parent == nil {
			continue
		}
		p := e.Parent.Index
		t.around[i] = t.around[p] | own[p]
		if before := latest[p]; before != nil {
			t.previous[i], t.next[before.Index] = before, e
			t.nth[i] = t.nth[before.Index] + 1
		}
		latest[p] = e
	}
	return t
}

// fromEnd returns the place of e among its siblings, counted from the last.
func (t *tree) fromEnd(e *dom.Element) int32 {
	if e.Parent == nil {
		return 1
	}
	for i := len(e.Parent.Children) - 1; i >= 0; i-- {
		if last := e.Parent.Children[i].Element; last != nil {
			return t.nth[last.Index] - t.nth[e.Index] + 1
		}
	}
	return 1
}

// ofType returns the place of e among the siblings with its tag.
func (t *tree) ofType(e *dom.Element, last bool) int32 {
	way := 0
	if last {
		way = 1
	}
	if t.typed[way] == nil {
		t.typed[way] = t.countTypes(last)
	}
	return t.typed[way][e.Index]
}

func (t *tree) countTypes(last bool) []int32 {
	type key struct {
		parent int
		tag    string
	}
	counts := map[key]int32{}
	places := make([]int32, len(t.doc.Elements))
	for i := range t.doc.Elements {
		if last {
			i = len(t.doc.Elements) - 1 - i
		}
		e := t.doc.Elements[i]
		k := key{-1, e.Tag}
		if e.Parent != nil {
			k.parent = e.Parent.Index
		}
		counts[k]++
		places[i] = counts[k]
	}
	return places
}
