package leak

// An automaton finds many patterns in one pass, as described by Aho and
// Corasick in "Efficient string matching: an aid to bibliographic search"
// (1975). Its states are the beginnings of patterns; the state after each byte
// is the longest beginning that ends there.
type automaton struct {
	root  [256]int32 // the state after one byte, 0 for none
	nodes []node     // nodes[0] is the empty beginning
}

// A node is one state. Children hang in a list, as most nodes have only one,
// with a bit for each to see quickly which bytes lead nowhere.
type node struct {
	children       [4]uint64
	child, sibling int32
	fail           int32 // the longest other beginning that ends this one
	shorter        int32 // the nearest state along fail that ends a pattern, 0 for none
	pattern        int32 // the number of the pattern that ends here, -1 for none
	symbol         byte
}

// newAutomaton returns the automaton of distinct patterns, none empty.
func newAutomaton(patterns []string) *automaton {
	a := &automaton{nodes: []node{{pattern: -1}}}
	for i, p := range patterns {
		state := int32(0)
		for j := range len(p) {
			next := a.find(state, p[j])
			if next == 0 {
				next = a.grow(state, p[j])
			}
			state = next
		}
		a.nodes[state].pattern = int32(i)
	}
	a.link()
	return a
}

// find returns the child for a byte, 0 for none.
func (a *automaton) find(state int32, b byte) int32 {
	if state == 0 {
		return a.root[b]
	}
	n := &a.nodes[state]
	if n.children[b>>6]&(1<<(b&63)) == 0 {
		return 0
	}
	c := n.child
	for a.nodes[c].symbol != b {
		c = a.nodes[c].sibling
	}
	return c
}

func (a *automaton) grow(state int32, b byte) int32 {
	fresh := int32(len(a.nodes))
	a.nodes = append(a.nodes, node{symbol: b, sibling: a.nodes[state].child, pattern: -1})
	n := &a.nodes[state]
	n.child = fresh
	n.children[b>>6] |= 1 << (b & 63)
	if state == 0 {
		a.root[b] = fresh
	}
	return fresh
}

// link sets fail and shorter, nearest to the root first.
func (a *automaton) link() {
	queue := []int32{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := a.nodes[state].child; c != 0; c = a.nodes[c].sibling {
			if state != 0 {
				fail := a.step(a.nodes[state].fail, a.nodes[c].symbol)
				a.nodes[c].fail = fail
				a.nodes[c].shorter = fail
				if a.nodes[fail].pattern < 0 {
					a.nodes[c].shorter = a.nodes[fail].shorter
				}
			}
			queue = append(queue, c)
		}
	}
}

// step returns the state after one more byte.
func (a *automaton) step(state int32, b byte) int32 {
	for state != 0 {
		if next := a.find(state, b); next != 0 {
			return next
		}
		state = a.nodes[state].fail
	}
	return a.root[b]
}

// run calls found with the number of each pattern in data and the offset just
// past it.
func (a *automaton) run(data []byte, found func(pattern, end int)) {
	state := int32(0)
	for i, b := range data {
		state = a.step(state, b)
		if state == 0 {
			continue
		}
		s := state
		if a.nodes[s].pattern < 0 {
			s = a.nodes[s].shorter
		}
		for ; s != 0; s = a.nodes[s].shorter {
			found(int(a.nodes[s].pattern), i+1)
		}
	}
}
