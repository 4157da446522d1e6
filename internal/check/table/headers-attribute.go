package table

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var headersAttribute = &check.Check{
	ID:       "table/headers-attribute",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "ACT a25f45", "axe td-headers-attr"),
	Output: func(p *check.OutputPass) {
		ids := map[*dom.Element]map[string]bool{} // by table: the ids of its cells
		for e := range p.All("td", "th") {
			if id, _ := e.Attribute("id"); id != "" {
				table := tableOf(e)
				if ids[table] == nil {
					ids[table] = map[string]bool{}
				}
				ids[table][id] = true
			}
		}
		for e := range p.All("td", "th") {
			if !e.Has("headers") {
				continue
			}
			table := tableOf(e)
			if table == nil || !told(p, table) {
				continue
			}
			own, _ := e.Attribute("id")
			for _, id := range e.Tokens("headers") {
				if id == own {
					p.FoundOn(table, "a cell of this table names itself as its own heading")
					break
				}
				if !ids[table][id] {
					p.FoundOn(table, fmt.Sprintf("a cell of this table says that its heading is “%s”, but no cell of the table is called that", id))
					break
				}
			}
		}
	},
}

// told says whether people see a table, and assistive technology is told that it
// is one.
func told(p *check.OutputPass, table *dom.Element) bool {
	tree := p.View.Tree()
	if tree.Hidden(table) || !p.View.Seen(table) {
		return false
	}
	switch tree.Role(table) {
	case "table", "grid", "treegrid":
		return true
	}
	return false
}
