package dom

import "strings"

// A tag is what the scanner must know about an element's name.
type tag struct {
	name       string
	raw        bool // holds text only, up to its own end tag
	formatting bool // the parser may copy it (HTML 13.2.4.3)
	breakout   bool // ends foreign content (HTML 13.2.6.5)
	root       bool // svg, math
	gateway    bool // HTML may be written inside, though it is foreign
	outer      bool // there is one on each page; the parser drops others
}

var tags = tagTable()

var otherTag = &tag{}

func tagTable() map[string]*tag {
	table := map[string]*tag{}
	add := func(names string, set func(*tag)) {
		for _, name := range strings.Fields(names) {
			if table[name] == nil {
				table[name] = &tag{name: name}
			}
			set(table[name])
		}
	}
	add("iframe noembed noframes noscript plaintext script style textarea title xmp", func(t *tag) { t.raw = true })
	add("a b big code em font i nobr s small strike strong tt u", func(t *tag) { t.formatting = true })
	add("html head body", func(t *tag) { t.outer = true })
	add("svg math", func(t *tag) { t.root = true })
	add("foreignobject desc title mi mo mn ms mtext", func(t *tag) { t.gateway = true })
	add(`b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
		listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var`,
		func(t *tag) { t.breakout = true })
	return table
}

// lookUp returns what is known of a name, which may be in any case.
func lookUp(name []byte) *tag {
	var lower [16]byte
	if len(name) > len(lower) {
		return otherTag
	}
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	if t := tags[string(lower[:len(name)])]; t != nil {
		return t
	}
	return otherTag
}

// maxNesting is where x/net/html refuses a page; nothing needs to be followed
// further down than that.
const maxNesting = 512

// foreign follows how deep in svg and math the scan is: there, <title> may hold
// elements and CDATA means something. It holds the open roots and gateways.
type foreign []*tag

// inside says whether a tag met now would be a foreign one.
func (f foreign) inside() bool { return len(f) > 0 && f[len(f)-1].root }

// open takes a start tag and says whether its element is foreign.
func (f *foreign) open(t *tag, selfClosing bool) bool {
	if f.inside() && t.breakout {
		for f.inside() {
			*f = (*f)[:len(*f)-1]
		}
		return false
	}
	isForeign := t.root || f.inside()
	if isForeign && !selfClosing && (t.root || t.gateway) && len(*f) < maxNesting {
		*f = append(*f, t)
	}
	return isForeign
}

func (f *foreign) close(t *tag) {
	if !t.root && !t.gateway {
		return
	}
	for i := len(*f) - 1; i >= 0; i-- {
		if (*f)[i] == t {
			*f = (*f)[:i]
			return
		}
	}
}
