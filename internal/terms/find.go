package terms

// A Match is a word that was found: bytes of the text.
type Match struct {
	Begin, End int
	Term       *Term
}

// window is how many words to each side of a match are its sentence at most.
const window = 15

// Find returns the words of the list in a text, in the order in which they
// stand there, none over another. The time it takes grows with the text alone.
func (l *List) Find(text string) []Match {
	if l == nil || len(l.root.next) == 0 {
		return nil
	}
	var found []Match
	f, _ := l.room.Get().(*finder)
	if f == nil {
		f = &finder{list: l}
	}
	f.text, f.named, f.words = text, nil, appendWords(f.words[:0], text)
	for i := 0; i < len(f.words); {
		c, length := f.at(i)
		if c != nil {
			found = append(found, Match{f.words[i].begin, f.words[i+length-1].end, c.Term})
		}
		i += max(length, 1)
	}
	const most = 1 << 14 // words to keep room for
	if cap(f.words) <= most {
		clear(f.words)
		f.text, f.named = "", nil
		l.room.Put(f)
	}
	return found
}

// A finder looks for the words of a list in one text.
type finder struct {
	list  *List
	text  string
	words []word
	ends  []end
	named *names // nil until a match asks
}

// An end is a form or a right phrase, and how many words it has.
type end struct {
	node   *node
	length int
}

// at returns the longest form that begins at a word and counts there. Where a
// phrase is right it returns nil, and the words to pass over.
func (f *finder) at(i int) (c *compiled, length int) {
	f.ends = f.ends[:0]
	f.walk(&f.list.root, i, 0)
	best := end{}
	for _, e := range f.ends {
		if e.length <= best.length || !e.node.except && !f.counts(e.node.term, i, e.length) {
			continue
		}
		best = e
	}
	if best.node == nil {
		return nil, 0
	}
	return best.node.term, best.length
}

// walk notes every form that begins at word i, of which length words are read.
func (f *finder) walk(n *node, i, length int) {
	at := i + length
	if at >= len(f.words) || len(n.next) == 0 || length > 0 && !f.words[at].joined {
		return
	}
	f.list.keys(f.words[at].folded, func(key string) bool {
		next := n.next[key]
		if next == nil {
			return false
		}
		if next.term != nil || next.except {
			f.ends = append(f.ends, end{next, length + 1})
		}
		f.walk(next, i, length+1)
		return false
	})
}

// counts tells whether a term is meant by the words from i on: what stands near
// them says so, and they are no name.
func (f *finder) counts(c *compiled, i, length int) bool {
	if f.list.bare {
		return true
	}
	if c.AsWritten {
		return f.words[i].capital == c.capital
	}
	if len(c.near) > 0 && !f.nearby(c.near, i, 0) || len(c.unless) > 0 && f.nearby(c.unless, i, length) {
		return false
	}
	if f.named == nil {
		f.named = newNames(f.list.tag, f.text, f.words)
	}
	return !f.named.holds(i, i+length)
}

// nearby tells whether one of some words is in the sentence of word i, but not
// in the length words from it on.
func (f *finder) nearby(keys map[string]bool, i, length int) bool {
	sentence := f.words[i].sentence
	for at := max(0, i-window); at < min(len(f.words), i+length+window); at++ {
		if at >= i && at < i+length || f.words[at].sentence != sentence {
			continue
		}
		near := false
		f.list.keys(f.words[at].folded, func(key string) bool {
			near = near || keys[key]
			return near
		})
		if near {
			return true
		}
	}
	return false
}
