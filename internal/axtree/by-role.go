package axtree

import (
	"slices"

	"handrail/internal/dom"
	"handrail/internal/standards"
)

// ByRole returns the elements whose role is one of those, in document order.
// Elements that are hidden are among them.
func (t *Tree) ByRole(roles ...string) []*dom.Element {
	if t.byRole == nil {
		t.byRole = map[string][]*dom.Element{}
		for _, e := range t.doc.Elements {
			role := t.Role(e)
			t.byRole[role] = append(t.byRole[role], e)
		}
	}
	if len(roles) == 1 {
		return t.byRole[roles[0]]
	}
	var found []*dom.Element
	for _, role := range roles {
		found = append(found, t.byRole[role]...)
	}
	slices.SortFunc(found, func(a, b *dom.Element) int { return a.Index - b.Index })
	return found
}

// ByKind returns the elements whose role is of a kind: that role, or a sort of
// it. They are in document order, hidden ones among them.
func (t *Tree) ByKind(kind string) []*dom.Element {
	t.ByRole("")
	var roles []string
	for role := range t.byRole {
		if r := standards.ARIARole(role); r != nil && r.Is(kind) {
			roles = append(roles, role)
		}
	}
	return t.ByRole(roles...)
}
