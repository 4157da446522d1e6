package css

// A look is what the sheets of a stock mean to one reader. Like the stock, it is
// passed on from page to page.
type look struct {
	*stock
	reader Reader
	placed []placed // by sheet

	chosen   []*cascaded          // by choice
	sharing  map[string]*cascaded // by hits
	families map[family]int32
	byKin    []*cascaded
	memo     [][]string // by property and kin; "" is unknown yet
	custom   map[customKey]*customValue
	chain    []*customValue // custom properties being worked out
	parts    map[partOf]*part
	colors   map[string]colorAnswer
	traits   map[any]any // of type *traits[T] by *Trait[T]
	room     int         // how many more candidates are kept
}

// A placed is a sheet at its place in the cascade.
type placed struct {
	*rules
	off    bool // it is for other readers
	origin int
	holds  []bool // by condition
	layers []int  // by layer of the sheet
	base   int    // layer of the whole sheet, 0 for none
}

// maxCandidates bounds how many declarations are sorted and kept for a look.
const maxCandidates = 4_000_000

// newLook places the sheets for a reader.
func newLook(k *stock, sheets []*Sheet, r Reader) *look {
	l := &look{stock: k, reader: r, placed: make([]placed, len(sheets)),
		sharing: map[string]*cascaded{}, families: map[family]int32{}, byKin: []*cascaded{nil}, memo: make([][]string, len(properties)),
		custom: map[customKey]*customValue{}, parts: map[partOf]*part{}, colors: map[string]colorAnswer{}, traits: map[any]any{}, room: maxCandidates}
	order := &layerOrder{}
	for i, sheet := range sheets {
		p := &l.placed[i]
		*p = placed{rules: sheet.parsed, off: !sheet.isFor(r), origin: originAuthor}
		if i == 0 {
			p.origin = originUA
		}
		if p.off {
			continue
		}
		p.holds = hold(p.conditions, r)
		for _, name := range p.rules.layers {
			order.meet(sheet.inLayer(name))
		}
	}
	for i, sheet := range sheets {
		p := &l.placed[i]
		if p.off {
			continue
		}
		if sheet.layer != "" {
			p.base = order.rank(sheet.layer)
		}
		p.layers = make([]int, len(p.rules.layers))
		for i, name := range p.rules.layers {
			p.layers[i] = order.rank(sheet.inLayer(name))
		}
	}
	return l
}

// isFor says whether a reader sees the sheet at all.
func (s *Sheet) isFor(r Reader) bool {
	for _, c := range s.test {
		if c.never || c.media != nil && c.media.eval(r) != yes {
			return false
		}
	}
	return s.Media == "" || parseMedia(tokens(s.Media)).eval(r) == yes
}

// counts says whether the sheet and the conditions around a rule hold.
func (l *look) counts(h hit) bool {
	p := &l.placed[h.sheet]
	if p.off {
		return false
	}
	c := p.all[h.rule].condition
	return c < 0 || p.holds[c]
}

// lookFor returns what the sheets mean to a reader.
func (k *stock) lookFor(sheets []*Sheet, r Reader) *look {
	found := k.looks[r]
	if found == nil {
		found = newLook(k, sheets, r)
		k.looks[r] = found
	}
	return found
}
