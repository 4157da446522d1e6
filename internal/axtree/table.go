package axtree

import (
	"slices"
	"strconv"

	"handrail/internal/dom"
)

// tableOf returns the table that a row, cell or caption is a part of.
func tableOf(e *dom.Element) *dom.Element {
	for p := e.Parent; p != nil; p = p.Parent {
		if is(p, "table") {
			return p
		}
		if !is(p, "tr", "tbody", "thead", "tfoot") {
			return nil
		}
	}
	return nil
}

// tablePart returns the role of a part of a table: none of its own if the table
// is no table.
func (t *Tree) tablePart(e *dom.Element) string {
	table := tableOf(e)
	if table == nil {
		return "generic"
	}
	cell := "cell"
	switch t.Role(table) {
	case "grid", "treegrid":
		cell = "gridcell"
	case "table", "none": // none: a part that insists on its own role keeps it
	default:
		return "generic"
	}
	switch e.Tag {
	case "tr":
		return "row"
	case "td":
		return cell
	case "th":
		if header := t.headerRole(e, table); header != "" {
			return header
		}
		return cell
	}
	return "rowgroup"
}

// headerRole says what a th is header of: by its scope, or by where it stands
// (HTML 4.9.12.2). It is "" for one that is header of nothing.
func (t *Tree) headerRole(e, table *dom.Element) string {
	switch keyword(e, "scope") {
	case "col", "colgroup":
		return "columnheader"
	case "row", "rowgroup":
		return "rowheader"
	}
	if !t.cuts[table.Index] {
		t.cuts[table.Index] = true
		t.findHeaders(table)
	}
	return t.headers[e.Index]
}

// A slot is where a header cell stands in its table: first row and column, and
// those after its last.
type slot struct {
	cell                      *dom.Element
	top, bottom, left, beyond int
}

// A grid lays the cells of a table out in rows and columns (HTML 4.9.12).
type grid struct {
	taken   []int // by column: the first row that no cell from above reaches into
	headers []slot
	rows    tally // how many data cells reach into each row
	columns tally // and into each column
}

// A tally counts how many ranges cover each place. Its entries are the changes
// from one place to the next until sum is called.
type tally []int

func (t *tally) add(from, to int) {
	for len(*t) <= to {
		*t = append(*t, 0)
	}
	(*t)[from]++
	(*t)[to]--
}

// sum makes the entry at i the number of places before i that are covered.
func (t tally) sum() {
	covered, before := 0, 0
	for i, change := range t {
		t[i] = before
		covered += change
		if covered > 0 {
			before++
		}
	}
}

// covers says whether some place from from up to to is covered.
func (t tally) covers(from, to int) bool {
	last := len(t) - 1
	if last < 0 {
		return false
	}
	return t[min(to, last)] > t[min(from, last)]
}

func (t *Tree) findHeaders(table *dom.Element) {
	g := &grid{}
	row := 0
	var loose []*dom.Element // rows that are in no group
	flush := func() {
		g.group(loose, row)
		row += len(loose)
		loose = nil
	}
	for _, c := range table.Children {
		switch {
		case is(c.Element, "tr"):
			loose = append(loose, c.Element)
		case is(c.Element, "thead", "tbody", "tfoot"):
			flush()
			for _, r := range c.Element.Children {
				if is(r.Element, "tr") {
					loose = append(loose, r.Element)
				}
			}
			flush()
		}
	}
	flush()
	g.rows.sum()
	g.columns.sum()
	for _, h := range g.headers {
		switch {
		case !g.rows.covers(h.top, h.bottom):
			t.headers[h.cell.Index] = "columnheader"
		case !g.columns.covers(h.left, h.beyond):
			t.headers[h.cell.Index] = "rowheader"
		}
	}
}

// group lays out the rows of one row group; no cell reaches out of it.
func (g *grid) group(rows []*dom.Element, first int) {
	end := first + len(rows)
	for i, r := range rows {
		row, column := first+i, 0
		for _, c := range r.Children {
			if !is(c.Element, "td", "th") {
				continue
			}
			column = g.place(c.Element, row, column, end)
		}
	}
}

// maxColumns is where a table stops growing to the right; cells after that pile up
// in the last column. It keeps the search for free columns short.
const maxColumns = 1000

// place puts a cell into the first free column and returns the one after it.
func (g *grid) place(cell *dom.Element, row, column, end int) int {
	for column < len(g.taken) && g.taken[column] > row {
		column++
	}
	column = min(column, maxColumns-1)
	s := slot{cell: cell, top: row, left: column, beyond: min(column+span(cell, "colspan", 1, 1000), maxColumns)}
	switch height := span(cell, "rowspan", 0, 65534); height {
	case 0:
		s.bottom = end
	default:
		s.bottom = min(row+height, end)
	}
	if missing := s.beyond - len(g.taken); missing > 0 {
		g.taken = append(g.taken, slices.Repeat([]int{0}, missing)...)
	}
	for i := s.left; i < s.beyond; i++ {
		g.taken[i] = max(g.taken[i], s.bottom)
	}
	if cell.Tag == "th" {
		g.headers = append(g.headers, s)
	} else {
		g.rows.add(s.top, s.bottom)
		g.columns.add(s.left, s.beyond)
	}
	return s.beyond
}

// span reads colspan or rowspan; 1 without one that can be read.
func span(cell *dom.Element, name string, least, most int) int {
	n, err := strconv.Atoi(trim(attribute(cell, name)))
	if err != nil || n < least {
		return 1
	}
	return min(n, most)
}
