package css

import (
	"handrail/internal/dom"
)

// Compute puts the sheets of a page in order for a reader. Style elements and
// style attributes are read from doc; sheets are those that it links to.
// Imports in them are not followed; a Library does.
func Compute(doc *dom.Document, sheets []Sheet, r Reader) *Styles {
	all := arrange(doc, sheets)
	for i := range all {
		all[i].parsed = parseSheet(string(all[i].Data))
	}
	p := newPage(doc, all)
	return p.styles(newStock("", p.written), r)
}

// newPage numbers the sheets of a page, which are in the order of the cascade.
func newPage(doc *dom.Document, sheets []*Sheet) *page {
	p := &page{doc: doc, written: append([]*Sheet{{parsed: userAgent()}}, sheets...), traces: make([]*traced, len(doc.Elements)), which: make([]int32, len(doc.Elements))}
	for i, sheet := range p.written {
		sheet.number = i
	}
	return p
}

// styles returns the answers of a page for a reader.
func (p *page) styles(k *stock, r Reader) *Styles {
	s := &Styles{look: k.lookFor(p.written, r), page: p, Cut: p.cut}
	for i := range s.placed {
		s.Cut = s.Cut || s.placed[i].cut && !s.placed[i].off
	}
	s.start()
	return s
}

// For returns the styles of the same page for another reader. What was found out
// about selectors is shared, so both belong to the same goroutine.
func (s *Styles) For(r Reader) *Styles { return s.page.styles(s.stock, r) }

// start makes room for answers.
func (s *Styles) start() {
	s.kins = make([]int32, len(s.doc.Elements))
	s.pseudos = map[pseudoKey]*Pseudo{}
	s.matching = matcher{page: s.page, styles: s}
}

// Done gives back what was found out about the sheets, for other pages that have
// the same. Neither s nor any other styles of its page may be asked afterwards.
func (s *Styles) Done() {
	if s.home != nil && s.key != "" && s.small() {
		s.home.giveBack(s.stock)
	}
	s.look, s.home = nil, nil
}

// Value returns the computed value of a property as text: words in lower case,
// colours as rgb(), lengths in px where that can be said without layout. It is
// "" for a property that is not known and not declared. Names of custom
// properties are taken as they are.
func (s *Styles) Value(e *dom.Element, name string) string {
	p, known := propertyNames[name]
	if !known {
		if len(name) > 2 && name[:2] == "--" {
			return s.variable(subject{s, e, nil}, name).text
		}
		return s.other(e, name)
	}
	return s.value(e, p)
}

// other returns what is declared for a property that is not in the table.
func (s *Styles) other(e *dom.Element, name string) string {
	applying := s.cascade(e).of(0, name)
	if len(applying) == 0 {
		return ""
	}
	value, ok := s.filled(subject{s, e, nil}, applying[0])
	switch {
	case ok && !wide[value]:
		return value
	case value == "inherit" && e.Parent != nil:
		return s.other(e.Parent, name)
	}
	return ""
}

func (s *Styles) value(e *dom.Element, p property) string {
	kin := int(s.kin(e))
	if column := s.memo[p]; kin < len(column) && column[kin] != "" {
		return column[kin]
	}
	found := subject{s, e, nil}.compute(p)
	if missing := len(s.byKin) - len(s.memo[p]); kin >= len(s.memo[p]) {
		s.memo[p] = append(s.memo[p], make([]string, missing)...)
	}
	s.memo[p][kin] = found
	return found
}

// A subject is what has styles: an element or a pseudo-element of one.
type subject struct {
	s      *Styles
	e      *dom.Element
	pseudo *Pseudo
}

func (x subject) cascade() *cascaded {
	if x.pseudo != nil {
		return x.pseudo.cascaded
	}
	return x.s.cascade(x.e)
}

func (x subject) value(p property) string {
	if x.pseudo != nil {
		return x.pseudo.value(p)
	}
	return x.s.value(x.e, p)
}

// parent returns what x inherits from, with ok false at the root.
func (x subject) parent() (subject, bool) {
	if x.pseudo != nil {
		return subject{x.s, x.e, nil}, true
	}
	if x.e.Parent == nil {
		return subject{}, false
	}
	return subject{x.s.around(), x.e.Parent, nil}, true
}

// compute works out one property.
func (x subject) compute(p property) string {
	d := &properties[p]
	text := x.specified(p)
	switch text {
	case "", "unset":
		if d.inherits {
			text = "inherit"
		} else {
			text = "initial"
		}
	}
	if text == "inherit" {
		if up, has := x.parent(); has {
			return up.value(p)
		}
		text = "initial"
	}
	if text == "initial" {
		if d.ready != "" {
			return d.ready
		}
		text = d.initial
	}
	return x.absolute(p, text)
}

// specified returns the value that wins, variables filled in and split out of
// its shorthand; "" if there is none or it turns out invalid.
func (x subject) specified(p property) string {
	all := x.cascade().of(p, "")
	forced := x.s.reader.ForcedColors && forcedColors[properties[p].name] && len(all) > 0 && x.value(pForcedAdjust) == "auto"
	for len(all) > 0 {
		value, ok := x.s.filled(x, all[0])
		if forced && all[0].origin() == originAuthor && systemColors[value] == (pair{}) {
			all = all[1:]
			continue
		}
		if !ok {
			return "unset"
		}
		rest := reverted(all, value)
		if rest == nil {
			return value
		}
		all = *rest
	}
	return ""
}

// forcedColors are the properties whose colours a reader may replace by the
// system's (CSS Color Adjust 1, 3.1); system colours of the author stay.
var forcedColors = set(`color background-color border-top-color border-right-color border-bottom-color border-left-color
	outline-color text-decoration-color column-rule-color fill stroke -webkit-text-fill-color`)

// reverted returns the candidates that are left after revert and revert-layer;
// nil for any other value.
func reverted(all []candidate, value string) *[]candidate {
	if value != "revert" && value != "revert-layer" {
		return nil
	}
	from := all[0].rank
	for i, c := range all {
		if value == "revert" && c.origin() < all[0].origin() ||
			value == "revert-layer" && c.rank.layer() < from.layer() && !(c.important && !all[0].important) {
			rest := all[i:]
			return &rest
		}
	}
	return &[]candidate{}
}

func (c candidate) origin() int {
	if level := c.rank.level(); level == 0 || level == 3 {
		return originUA
	}
	return originAuthor
}
