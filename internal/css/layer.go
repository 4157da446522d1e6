package css

import (
	"strconv"
	"strings"
)

// A layerOrder numbers the cascade layers of a page in the order in which they
// are first named; layers inside a layer come before what stands in it alone
// (CSS Cascade 5, 6.4.3).
type layerOrder struct {
	top   layerNode
	ranks map[string]int
}

type layerNode struct {
	name     string
	children []*layerNode
}

// inLayer returns the full name of a layer of the sheet.
func (s *Sheet) inLayer(name string) string {
	name = strings.ReplaceAll(name, "(", "("+strconv.Itoa(s.number)+" ") // without a name: its own in each sheet
	if s.layer == "" {
		return name
	}
	return s.layer + "." + name
}

// meet notes a layer, and those around it, when they are first named.
func (l *layerOrder) meet(name string) {
	at := &l.top
	for part := range strings.SplitSeq(name, ".") {
		at = at.child(part)
	}
}

func (n *layerNode) child(name string) *layerNode {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	c := &layerNode{name: name}
	n.children = append(n.children, c)
	return c
}

// rank returns the number of a layer, from 1.
func (l *layerOrder) rank(name string) int {
	if l.ranks == nil {
		l.ranks = map[string]int{}
		l.number(&l.top, "")
	}
	return l.ranks[name]
}

func (l *layerOrder) number(n *layerNode, around string) {
	for _, c := range n.children {
		name := c.name
		if around != "" {
			name = around + "." + name
		}
		l.number(c, name)
		l.ranks[name] = min(len(l.ranks)+1, maxLayers*32-1)
	}
}
