package axtree

import "handrail/internal/dom"

// Owned returns the children of an element in the accessibility tree: its own,
// but for those that another element claims, and then those that it claims
// itself by aria-owns.
func (t *Tree) Owned(e *dom.Element) []*dom.Element {
	var children []*dom.Element
	for _, c := range e.Children {
		if c.Element != nil && t.keeps(e, c.Element) {
			children = append(children, c.Element)
		}
	}
	return append(children, t.claims[e.Index]...)
}

// Owner returns the parent of an element in the accessibility tree: who claims
// it by aria-owns, else its parent in the document. It is nil for the root.
func (t *Tree) Owner(e *dom.Element) *dom.Element {
	t.findOwners()
	if owner := t.owners[e.Index]; owner != nil {
		return owner
	}
	return e.Parent
}

// keeps says whether a child stays with its parent.
func (t *Tree) keeps(parent, child *dom.Element) bool {
	t.findOwners()
	owner := t.owners[child.Index]
	return owner == nil || owner == parent
}

// findOwners reads every aria-owns. The first to claim an element has it. Nobody
// can claim itself or what it is in.
func (t *Tree) findOwners() {
	if t.owners != nil {
		return
	}
	t.owners, t.claims = map[int]*dom.Element{}, map[int][]*dom.Element{}
	for _, e := range t.doc.Elements {
		value, written := e.Attribute("aria-owns")
		if !written {
			continue
		}
		for _, id := range tokens(value) {
			claimed := t.doc.ByID(id)
			if claimed == nil || t.owners[claimed.Index] != nil || claimed.Index <= e.Index && e.Index < claimed.End || t.ownsAbove(claimed, e) {
				continue
			}
			t.owners[claimed.Index] = e
			if claimed.Parent != e {
				t.claims[e.Index] = append(t.claims[e.Index], claimed)
			}
		}
	}
}

// maxClaims bounds how long a chain of claims is followed upwards.
const maxClaims = 64

// ownsAbove says whether claimed is above e once earlier claims are counted in.
func (t *Tree) ownsAbove(claimed, e *dom.Element) bool {
	claims := 0
	for p := e; p != nil; {
		if p == claimed {
			return true
		}
		if owner := t.owners[p.Index]; owner != nil {
			if claims++; claims > maxClaims {
				return true
			}
			p = owner
			continue
		}
		p = p.Parent
	}
	return false
}
