package leak

// An automaton finds many patterns in one pass, as described by Aho and
// Corasick in "Efficient string matching: an aid to bibliographic search"
// (1975). Its states are the beginnings of patterns; the state after each byte
// is the longest beginning that ends there.
//
// Most bytes begin nothing. A table of the first three bytes of all patterns
// lets those be passed over without asking the states.
type automaton struct {
	root   [256]int32 // the state after one byte, 0 for none
	nodes  []node     // nodes[0] is the empty beginning
	begins [1 << 12]uint64
}

// lead is how many bytes of a pattern the table of beginnings looks at. No
// pattern is shorter.
const lead = Shortest

// slot returns where in the table of beginnings three bytes have their bit.
func slot(data []byte) (word, bit uint32) {
	h := (uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16) * 0x9E3779B1 >> 14
	return h >> 6, h & 63
}

// A node is one state. Children hang in a list, as most nodes have only one,
// with a bit for each to see quickly which bytes lead nowhere.
type node struct {
	children       [4]uint64
	child, sibling int32
	fail           int32 // the longest other beginning that ends this one
	shorter        int32 // the nearest state along fail that ends a pattern, 0 for none
	depth          int32 // how many bytes long this beginning is
	pattern        int32 // the number of the pattern that ends here, -1 for none
	symbol         byte
}

// newAutomaton returns the automaton of distinct patterns of at least three
// bytes.
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
		word, bit := slot([]byte(p))
		a.begins[word] |= 1 << bit
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
	a.nodes = append(a.nodes, node{symbol: b, sibling: a.nodes[state].child, depth: a.nodes[state].depth + 1, pattern: -1})
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
	for at := a.skip(data, 0); at < len(data); {
		state := int32(0)
		// Within the lead only three bytes together say anything; after it,
		// go on for as long as the state remembers that many.
		i := at
		for ; i < len(data) && (i < at+lead || a.nodes[state].depth >= lead); i++ {
			state = a.step(state, data[i])
			a.ending(state, i+1, found)
		}
		// What the state still remembers, always later than at, may begin
		// another pattern.
		if i == len(data) {
			return
		}
		at = a.skip(data, i-int(a.nodes[state].depth))
	}
}

// skip returns the first offset from at on where a pattern may begin.
func (a *automaton) skip(data []byte, at int) int {
	for ; at+lead <= len(data); at++ {
		if word, bit := slot(data[at : at+lead]); a.begins[word]&(1<<bit) != 0 {
			return at
		}
	}
	return len(data)
}

// ending calls found for every pattern that ends in this state.
func (a *automaton) ending(state int32, end int, found func(pattern, end int)) {
	if a.nodes[state].pattern < 0 {
		state = a.nodes[state].shorter
	}
	for ; state != 0; state = a.nodes[state].shorter {
		found(int(a.nodes[state].pattern), end)
	}
}
