package table

import (
	"strconv"
	"strings"

	"handrail/internal/dom"
)

// A cell is where a td or th stands in its table: its first column and row, and
// how many it takes.
type cell struct {
	*dom.Element
	x, y, width, height int
	rows                [2]int // the row group: first row, and the one after the last
}

// A grid is a table laid out in slots (HTML 4.9.12).
type grid struct {
	table *dom.Element
	cells []*cell
	slots [][]*cell // by row, by column; nil where nothing is, or two cells overlap
	left  int       // how many more slots may be laid out
	cut   bool      // there were too many
}

// A table may have as many slots as this, and some more for each element in it.
// Beyond that nothing is said of it: a small page can ask for billions.
const (
	fewSlots  = 1 << 10
	slotsEach = 1 << 5
)

// mostColumns is where a row ends.
const mostColumns = 1000

// layOut makes the grid of a table element.
func layOut(table *dom.Element) *grid {
	g := &grid{table: table, left: fewSlots + slotsEach*len(table.Inside())}
	var loose []*dom.Element
	flush := func() {
		g.group(loose)
		loose = nil
	}
	for _, c := range table.Children {
		switch {
		case c.Element.Is("tr"):
			loose = append(loose, c.Element)
		case c.Element.Is("thead", "tbody", "tfoot"):
			flush()
			for _, r := range c.Element.Children {
				if r.Element.Is("tr") {
					loose = append(loose, r.Element)
				}
			}
			flush()
		}
	}
	flush()
	return g
}

// group lays out the rows of a row group; no cell reaches out of it.
func (g *grid) group(rows []*dom.Element) {
	first := len(g.slots)
	end := first + len(rows)
	g.slots = append(g.slots, make([][]*cell, len(rows))...)
	taken := make([][]bool, len(rows))
	for i, r := range rows {
		x := 0
		for _, child := range r.Children {
			if !child.Element.Is("td", "th") {
				continue
			}
			for x < len(taken[i]) && taken[i][x] {
				x++
			}
			c := &cell{Element: child.Element, x: x, y: first + i, rows: [2]int{first, end}}
			c.width = min(span(c.Element, "colspan", 1, 1000), max(1, mostColumns-x))
			c.height = span(c.Element, "rowspan", 0, 65534)
			if c.height == 0 || c.y+c.height > end {
				c.height = end - c.y
			}
			if g.left -= c.width * c.height; g.left < 0 {
				g.cut = true
				return
			}
			g.put(c, taken)
			x += c.width
		}
	}
}

// put marks the slots of a cell.
func (g *grid) put(c *cell, taken [][]bool) {
	g.cells = append(g.cells, c)
	for y := c.y; y < c.y+c.height; y++ {
		row := &taken[y-c.rows[0]]
		for len(*row) < c.x+c.width {
			*row = append(*row, false)
			g.slots[y] = append(g.slots[y], nil)
		}
		for x := c.x; x < c.x+c.width; x++ {
			if (*row)[x] {
				g.slots[y][x] = nil // two cells overlap
				continue
			}
			(*row)[x], g.slots[y][x] = true, c
		}
	}
}

// at returns the one cell that covers a slot, or nil.
func (g *grid) at(x, y int) *cell {
	if y >= len(g.slots) || x >= len(g.slots[y]) {
		return nil
	}
	return g.slots[y][x]
}

// span reads colspan or rowspan; 1 without one that can be read.
func span(e *dom.Element, name string, least, most int) int {
	value := strings.TrimPrefix(e.Keyword(name), "+")
	value = value[:len(value)-len(strings.TrimLeft(value, "0123456789"))]
	n, err := strconv.Atoi(value)
	if err != nil || n < least {
		return 1
	}
	return min(n, most)
}

// tableOf returns the table that a cell is a part of, or nil.
func tableOf(e *dom.Element) *dom.Element {
	for up := e.Parent; up != nil; up = up.Parent {
		if up.Is("table") {
			return up
		}
		if !up.Is("tr", "thead", "tbody", "tfoot") {
			return nil
		}
	}
	return nil
}
