package table

import (
	"fmt"
	"slices"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var noHeadingCell = &check.Check{
	ID:       "table/no-heading-cell",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "axe td-has-header"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("table") {
			if !told(p, e) {
				continue
			}
			g := layOut(e)
			if g.cut || len(g.slots) < 3 || g.columns() < 3 {
				continue // a small table is understood without
			}
			bare, headings := g.bare(p)
			switch {
			case bare == 0:
			case !headings && holdsData(e, g):
				p.FoundOn(e, "this table has no headings")
			case headings:
				p.FoundOn(e, fmt.Sprintf("%d cells of this table have no heading in their row or column", bare))
			default:
				p.AskOn(e, "is this a table of data? Then it needs headings, and it has none")
			}
		}
	},
}

// columns is how many columns the widest row has.
func (g *grid) columns() int {
	most := 0
	for _, row := range g.slots {
		most = max(most, len(row))
	}
	return most
}

// bare counts the data cells that hold something and have no heading anywhere in
// their rows and columns, nor name one. headings tells whether the table has any.
func (g *grid) bare(p *check.OutputPass) (count int, headings bool) {
	rows, columns := make([]bool, len(g.slots)), make([]bool, g.columns())
	for _, c := range g.cells {
		role := p.View.Tree().Role(c.Element)
		if !c.Is("th") && role != "columnheader" && role != "rowheader" {
			continue
		}
		headings = true
		for y := c.y; y < c.y+c.height && y < len(rows); y++ {
			rows[y] = true
		}
		for x := c.x; x < c.x+c.width && x < len(columns); x++ {
			columns[x] = true
		}
	}
	for _, c := range g.cells {
		if c.Is("td") && !c.Has("headers") && !c.Has("aria-label") && !blank(c.Element) &&
			!slices.Contains(rows[c.y:c.y+c.height], true) && !slices.Contains(columns[c.x:min(c.x+c.width, len(columns))], true) {
			count++
		}
	}
	return count, headings
}

// holdsData says whether a table without headings is one of data all the same:
// it has parts that no layout needs, or is too large for one.
func holdsData(table *dom.Element, g *grid) bool {
	for _, c := range table.Children {
		if c.Element.Is("caption", "thead", "tfoot", "colgroup") {
			return true
		}
	}
	return table.Has("role") || len(g.slots) >= 20 || g.columns() >= 5
}
