package axtree

import (
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// Name returns the accessible name, with white space collapsed. What is hidden
// has none. A name that the author gave to an element whose role may have none
// is returned all the same, as browsers do; standards.Role has NameProhibited.
func (t *Tree) Name(e *dom.Element) string {
	m := &t.names[e.Index]
	if !m.known {
		role := t.Role(e)
		n := t.naming(e)
		m.text, m.known = collapse(n.own(role)), true
		if m.text != "" {
			t.sources[e.Index] = n.source
		}
	}
	return m.text
}

// NameSource returns where the name comes from: "aria-labelledby", "aria-label",
// "label", "legend", "caption", "figcaption", "alt", "value", "title",
// "placeholder", "content" or "default" (what browsers write on a button without
// words), and "" without a name.
func (t *Tree) NameSource(e *dom.Element) string {
	t.Name(e)
	return t.sources[e.Index]
}

// namedByAuthor says whether somebody named the element on purpose: the test
// that decides whether a section is a region. It asks for no roles that could
// in turn depend on it.
func (t *Tree) namedByAuthor(e *dom.Element) bool {
	return !blank(attribute(e, "aria-label")) || !blank(attribute(e, "title")) ||
		!blank(t.naming(e).references("aria-labelledby"))
}

// A naming is one computation of a text alternative (AccName 1.2, 4.3.2).
type naming struct {
	t       *Tree
	origin  *dom.Element
	round   uint32 // what Tree.seen holds for those who were asked: nobody is asked twice
	visited int    // how many were
	limit   int    // how many may be
	letters int    // how many bytes of text they gave
	touched bool   // somebody would have been asked twice
	source  string // of the origin's name
}

// What one name may be made of at most: elements and bytes. Without a bound, a
// page whose every element is labelled by the whole page takes for ever. A page
// that needed very many elements for its names gets only fewVisited for each of
// the others.
const (
	maxVisited = 2000
	fewVisited = 50
	maxLetters = 20000
)

// naming begins a computation. The one before it must have ended.
func (t *Tree) naming(e *dom.Element) *naming {
	t.round++
	n := &naming{t: t, origin: e, round: t.round, limit: maxVisited}
	if t.spent > 100_000+20*len(t.doc.Elements) {
		n.limit = fewVisited
	}
	return n
}

func (n *naming) visit(e *dom.Element) {
	n.t.seen[e.Index] = n.round
	n.visited++
	n.t.spent++
}

// full says that the name is long enough.
func (n *naming) full() bool { return n.visited > n.limit || n.letters > maxLetters }

// A part says how the computation came to an element.
type part struct {
	direct    bool // it is what a reference or a native label points to
	reference bool // inside aria-labelledby or aria-describedby: others aren't followed
	hidden    bool // what was pointed to is hidden, so all inside it is taken
}

// own computes the name of the origin, which has that role.
func (n *naming) own(role string) string {
	e := n.origin
	if n.t.Hidden(e) {
		return ""
	}
	if text := n.references("aria-labelledby"); !blank(text) {
		n.source = "aria-labelledby"
		return text
	}
	if label := attribute(e, "aria-label"); !blank(label) {
		n.source = "aria-label"
		return label
	}
	if role == "none" {
		return ""
	}
	if text, source := n.native(e); !blank(text) || source == "alt" {
		n.source = source
		return text
	}
	if namedByContent(e, role) {
		n.visit(e)
		if text := n.content(e, part{}); !blank(text) {
			n.source = "content"
			return text
		}
	}
	if r := standards.ARIARole(role); r != nil && r.NameProhibited {
		return "" // a title describes it
	}
	text, source := n.tooltip(e)
	if blank(text) && is(e, "input") && inputType(e) == "image" {
		text, source = buttonWords["submit"], "default" // HTML-AAM 4.1.5
	}
	n.source = source
	return text
}

// namedByContent says whether an element takes its name from what is inside it.
func namedByContent(e *dom.Element, role string) bool {
	if is(e, "input", "select", "textarea", "meter", "progress") {
		return false
	}
	r := standards.ARIARole(role)
	return r != nil && r.FromContent
}

// references joins the texts of the elements that an attribute names (2B).
func (n *naming) references(name string) string {
	value, written := n.origin.Attribute(name)
	if !written {
		return ""
	}
	ids := tokens(value)
	if len(ids) == 1 && n.visited == 0 {
		return n.single(ids[0])
	}
	return n.join(ids)
}

// join joins the texts of the elements with those ids by spaces.
func (n *naming) join(ids []string) string {
	text := ""
	for _, id := range ids {
		if target := n.t.doc.ByID(id); target != nil {
			if t := n.of(target, part{direct: true, reference: true}); !blank(t) {
				text += " " + t
			}
		}
		if n.full() {
			break
		}
	}
	return text
}

// single is join for one id. The text is remembered, if it is the same whoever
// asks: many cells may be labelled by one heading.
func (n *naming) single(id string) string {
	target := n.t.doc.ByID(id)
	if target == nil {
		return ""
	}
	if text, known := n.t.reference[target.Index]; known && target != n.origin {
		inside := target.Index < n.origin.Index && n.origin.Index < target.End
		if !inside && len(n.t.owners) == 0 {
			return text
		}
	}
	text := n.join([]string{id})
	if !n.touched && target != n.origin {
		n.t.reference[target.Index] = text
	}
	return text
}

// of computes the text of an element that the computation came to. Its white
// space is as written; blocks have a space on either side.
func (n *naming) of(e *dom.Element, p part) string {
	if n.t.seen[e.Index] == n.round || e == n.origin && !p.direct {
		n.touched = true
		return ""
	}
	if n.full() {
		return ""
	}
	if p.direct && p.reference {
		p.hidden = n.t.Hidden(e)
	}
	if !p.hidden && n.t.cut(e) || unspoken(e, p) {
		return ""
	}
	n.visit(e)
	inner := part{reference: p.reference, hidden: p.hidden}
	if !p.hidden && !n.t.styles.Visible(e) {
		return n.around(e, n.content(e, inner))
	}
	if text := n.given(e, p); !blank(text) {
		return " " + text + " "
	}
	if n.t.presentational(e) && is(e, "img", "input") {
		return ""
	}
	text, source := "", ""
	if !n.t.presentational(e) {
		text, source = n.native(e)
		if !blank(text) || source == "alt" {
			return " " + text + " "
		}
	}
	content := ""
	if p.direct || !picturelike(n.t.Role(e)) {
		content = n.content(e, inner)
	}
	if !blank(content) {
		return n.around(e, content)
	}
	if text = ""; !n.t.presentational(e) {
		text, _ = n.tooltip(e)
	}
	if !blank(text) {
		return " " + text + " "
	}
	if p.direct {
		text, _ = n.value(e)
	}
	return n.around(e, content+text)
}

// picturelike says whether a role stands for one thing that is not made of words,
// so that what is inside is never read out.
func picturelike(role string) bool {
	r := standards.ARIARole(role)
	return r != nil && r.ChildrenPresentational && !r.FromContent
}

// unspoken says whether an element never gives words to another, even where
// hidden ones do: scripts and styles.
func unspoken(e *dom.Element, p part) bool {
	if is(e, "script", "style", "template") {
		return true
	}
	return !p.direct && e.Namespace == dom.SVG && (e.Tag == "title" || e.Tag == "desc" || e.Tag == "metadata" || e.Tag == "style" || e.Tag == "script")
}

// given returns the text that somebody wrote into ARIA attributes, or the value
// of a control that stands in the midst of a label (2B to 2D).
func (n *naming) given(e *dom.Element, p part) string {
	if value, written := e.Attribute("aria-labelledby"); written && !p.reference {
		if text := n.join(tokens(value)); !blank(text) {
			return text
		}
	}
	if !p.direct {
		if value, is := n.value(e); is && !blank(value) {
			return value
		}
	}
	return attribute(e, "aria-label")
}
