package table

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// An answer is yes, no, or left to people.
type answer uint8

const (
	no answer = iota
	yes
	unclear
)

// roleTables are the tables of a page that roles make, and not elements. Each is
// read once.
type roleTables struct {
	p      *check.OutputPass
	cells  map[*dom.Element][]*dom.Element // by row
	tables map[*dom.Element]*roleTable
}

// A roleTable holds how wide the widest row is from each row on.
type roleTable struct {
	placed bool                 // something says itself where it stands
	widest map[*dom.Element]int // by row: of those after it
}

// heads says whether a header that is no td or th has a cell: another one in its
// row, or one at the same place of a later row.
func (r *roleTables) heads(e *dom.Element, role string) answer {
	row := r.above(e, "row")
	if row == nil {
		return unclear
	}
	table := r.above(row, "table", "grid", "treegrid")
	if table == nil || r.read(table).placed {
		return unclear
	}
	here := r.cellsOf(row)
	place := slices.IndexFunc(here[:min(len(here), mostColumns)], func(c *dom.Element) bool { return c == e })
	switch {
	case place < 0:
		return unclear
	case role == "rowheader" && len(here) > 1, role == "columnheader" && r.read(table).widest[row] > place:
		return yes
	}
	return no
}

// read finds out about a table.
func (r *roleTables) read(table *dom.Element) *roleTable {
	if known := r.tables[table]; known != nil {
		return known
	}
	t := &roleTable{widest: map[*dom.Element]int{}}
	r.tables[table] = t
	inside := table.Inside()
	widest := 0
	for i := len(inside) - 1; i >= 0; i-- {
		t.placed = t.placed || placed(inside[i])
		if r.p.View.Tree().Role(inside[i]) == "row" {
			t.widest[inside[i]] = widest
			widest = max(widest, len(r.cellsOf(inside[i])))
		}
	}
	return t
}

// placed says whether an element says itself where it stands in a table, or
// takes in what stands elsewhere.
func placed(e *dom.Element) bool {
	for _, name := range []string{"aria-colindex", "aria-colspan", "aria-rowspan", "aria-owns"} {
		if e.Has(name) {
			return true
		}
	}
	return false
}

// above returns the nearest element around e with one of the roles.
func (r *roleTables) above(e *dom.Element, roles ...string) *dom.Element {
	for up := e.Parent; up != nil; up = up.Parent {
		if slices.Contains(roles, r.p.View.Tree().Role(up)) {
			return up
		}
	}
	return nil
}

// cellsOf returns the cells of a row, without what is in them.
func (r *roleTables) cellsOf(row *dom.Element) []*dom.Element {
	if cells, known := r.cells[row]; known {
		return cells
	}
	var cells []*dom.Element
	inside := row.Inside()
	for i := 0; i < len(inside); i++ {
		role := standards.ARIARole(r.p.View.Tree().Role(inside[i]))
		if role != nil && role.Is("cell") {
			cells = append(cells, inside[i])
			i += inside[i].End - inside[i].Index - 1
		}
	}
	r.cells[row] = cells
	return cells
}
