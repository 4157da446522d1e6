package table

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var headerOfNothing = &check.Check{
	ID:       "table/header-of-nothing",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "ACT d0f69e", "axe th-has-data-cells"),
	Output: func(p *check.OutputPass) {
		tree := p.View.Tree()
		grids := map[*dom.Element]*assigning{}
		roles := &roleTables{p: p, cells: map[*dom.Element][]*dom.Element{}, tables: map[*dom.Element]*roleTable{}}
		for e := range p.Elements() {
			role := ""
			if e.Is("th") || e.Has("role") {
				role = tree.Role(e)
			}
			if role != "rowheader" && role != "columnheader" || e.Namespace != dom.HTML ||
				tree.Hidden(e) || !p.View.Seen(e) || blank(e) || !inTable(p, e) {
				continue
			}
			if e.Is("td", "th") && tableOf(e) != nil {
				table := tableOf(e)
				if grids[table] == nil {
					grids[table] = newAssigning(p, table)
				}
				if !grids[table].any(e, role) {
					p.FoundOn(e, "this heading of a table belongs to no cell")
				}
				continue
			}
			switch roles.heads(e, role) {
			case no:
				p.FoundOn(e, "this heading of a table belongs to no cell")
			case unclear:
				p.AskOn(e, "does this heading of a table belong to a cell?")
			}
		}
	},
}

// blank says whether a cell holds nothing that could be seen.
func blank(e *dom.Element) bool {
	return len(e.Inside()) == 0 && strings.TrimSpace(e.Text()) == ""
}

// inTable says whether the nearest table or grid around e is told of.
func inTable(p *check.OutputPass, e *dom.Element) bool {
	tree := p.View.Tree()
	for up := e.Parent; up != nil; up = up.Parent {
		if role := tree.Role(up); role == "table" || role == "grid" {
			return !tree.Hidden(up)
		}
	}
	return false
}

// An assigning tells which headers of a table have cells (HTML 4.9.12.2).
type assigning struct {
	*grid
	p      *check.OutputPass
	cellOf map[*dom.Element]*cell
	named  map[string]bool // ids that cells name in headers
	steps  int             // slots that may still be looked at
}

func newAssigning(p *check.OutputPass, table *dom.Element) *assigning {
	a := &assigning{grid: layOut(table), p: p, cellOf: map[*dom.Element]*cell{}, named: map[string]bool{}}
	a.steps = 64 * (len(a.cells) + 16)
	for _, c := range a.cells {
		a.cellOf[c.Element] = c
		own, _ := c.Attribute("id")
		for _, id := range c.Tokens("headers") {
			if id != own && a.counts(c) {
				a.named[id] = true
			}
		}
	}
	return a
}

// counts says whether assistive technology is told that c is a cell.
func (a *assigning) counts(c *cell) bool {
	role := standards.ARIARole(a.p.View.Tree().Role(c.Element))
	return role != nil && role.Is("cell")
}

// any says whether the header belongs to some cell.
func (a *assigning) any(e *dom.Element, role string) bool {
	header := a.cellOf[e]
	if header == nil || a.cut {
		return true // not laid out: nothing is said of it
	}
	if id, _ := e.Attribute("id"); id != "" && a.named[id] {
		return true
	}
	if role == "columnheader" {
		for x := header.x; x < header.x+header.width; x++ {
			if a.walk(header, x, header.y+header.height, 0, 1) {
				return true
			}
		}
		return false
	}
	for y := header.y; y < header.y+header.height; y++ {
		if a.walk(header, header.x+header.width, y, 1, 0) {
			return true
		}
	}
	return e.Keyword("scope") == "rowgroup" && slices.ContainsFunc(a.cells, func(c *cell) bool {
		if a.steps--; a.steps < 0 {
			return true
		}
		return c != header && c.rows == header.rows && c.y+c.height > header.y && c.x+c.width > header.x &&
			!c.Has("headers") && a.counts(c)
	})
}

// walk goes away from a header, slot by slot, to the first cell that it is
// assigned to. Another header of the same size, after data cells, ends its reach.
func (a *assigning) walk(header *cell, x, y, dx, dy int) bool {
	data := false
	for ; y < len(a.slots) && (dy > 0 || x < len(a.slots[y])); x, y = x+dx, y+dy {
		a.steps--
		if a.steps < 0 {
			return true
		}
		c := a.at(x, y)
		if c == nil || c == header {
			continue
		}
		isHeader := a.isHeader(c)
		if isHeader && data && (dy > 0 && c.x == header.x && c.width == header.width ||
			dx > 0 && c.y == header.y && c.height == header.height) {
			return false
		}
		if !c.Has("headers") && a.counts(c) {
			return true
		}
		data = data || !isHeader
	}
	return false
}

func (a *assigning) isHeader(c *cell) bool {
	if c.Is("th") {
		return true
	}
	role, _ := a.p.View.Tree().Explicit(c.Element)
	return role == "columnheader" || role == "rowheader"
}
