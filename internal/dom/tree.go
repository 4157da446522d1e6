package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// build turns the parsed tree into ours. Where elements were written is known by
// their offsets, in order, or by marks, which are taken out of both trees.
func build(d *Document, offsets []int, m *marks) {
	b := &builder{d: d, offsets: offsets, m: m}
	elements, attributes, nodes := 0, 0, 0
	for n := d.top; n != nil; n = following(n) {
		nodes++
		if n.Type == html.ElementNode {
			elements++
			attributes += len(n.Attr)
		}
	}
	b.elements = make([]Element, 0, elements)
	b.attributes = make([]Attribute, 0, attributes)
	b.nodes = make([]Node, nodes)
	d.Elements = make([]*Element, 0, elements)
	b.walk()
	b.placeCopies()
	for _, e := range d.Elements {
		b.index(e)
	}
}

type builder struct {
	d          *Document
	offsets    []int
	m          *marks      // nil with offsets
	elements   []Element   // room for all, so that pointers stay true
	attributes []Attribute // likewise
	nodes      []Node      // what is left of the room for children
	copies     []*Element  // formatting elements that the parser repeated
}

// walk visits every node in document order, without recursion.
func (b *builder) walk() {
	var parent *Element
	n := b.d.top
	for n != nil {
		var gone *html.Node
		switch n.Type {
		case html.DoctypeNode:
			b.d.Doctype = n.Data
		case html.CommentNode:
			if b.m != nil {
				if _, is := b.m.ofComment(n); is {
					gone = n
				} else {
					n.Data = b.m.clean(n.Data)
				}
			}
		case html.TextNode:
			if b.m != nil {
				n.Data = b.m.clean(n.Data)
			}
			if parent != nil {
				parent.Children = append(parent.Children, Node{Text: n.Data})
			}
		case html.ElementNode:
			parent = b.element(parent, n)
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			b.leave(parent)
			parent = parent.Parent
		case html.DocumentNode:
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
		}
		for n.NextSibling == nil && n.Parent != nil {
			n = n.Parent
			if n.Type == html.ElementNode {
				b.leave(parent)
				parent = parent.Parent
			}
		}
		n = n.NextSibling
		if gone != nil {
			gone.Parent.RemoveChild(gone)
		}
	}
}

// element adds n below parent.
func (b *builder) element(parent *Element, n *html.Node) *Element {
	offset, written := b.offset(n)
	b.elements = append(b.elements, Element{
		Tag: n.Data, Parent: parent, Offset: offset, Implied: !written, Index: len(b.d.Elements), doc: b.d, node: n,
	})
	e := &b.elements[len(b.elements)-1]
	b.d.Elements = append(b.d.Elements, e)
	switch n.Namespace {
	case "svg":
		e.Namespace = SVG
	case "math":
		e.Namespace = MathML
	}
	if parent == nil {
		b.d.Root = e
	} else {
		parent.Children = append(parent.Children, Node{Element: e})
		if !written {
			e.Offset = parent.Offset
		}
	}
	if !written && lookUp([]byte(n.Data)).formatting {
		b.copies = append(b.copies, e)
	}
	b.attach(e, n)
	children := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		children++
	}
	e.Children, b.nodes = b.nodes[:0:children], b.nodes[children:]
	return e
}

// offset says where the next element was written, and false where it was not.
func (b *builder) offset(n *html.Node) (int, bool) {
	if b.m != nil {
		return b.m.offset(n)
	}
	offset := b.offsets[len(b.d.Elements)]
	return max(offset, 0), offset >= 0
}

// attach copies the attributes of n to e, without marks.
func (b *builder) attach(e *Element, n *html.Node) {
	from := len(b.attributes)
	kept := n.Attr[:0]
	for _, a := range n.Attr {
		if b.m != nil {
			if strings.Contains(a.Key, b.m.name) {
				continue
			}
			a.Val = b.m.clean(a.Val)
		}
		kept = append(kept, a)
		key := a.Key
		if a.Namespace != "" {
			key = a.Namespace + ":" + a.Key
		}
		b.attributes = append(b.attributes, Attribute{key, a.Val})
	}
	n.Attr = kept
	e.Attributes = b.attributes[from:len(b.attributes):len(b.attributes)]
}

// leave closes an element once all of it was seen.
func (b *builder) leave(e *Element) {
	e.End = len(b.d.Elements)
	e.Children = joinTexts(e.Children)
	var before *Element
	for _, c := range e.Children {
		if c.Element == nil {
			continue
		}
		c.Element.before, c.Element.nth = before, 1
		if before != nil {
			c.Element.nth = before.nth + 1
		}
		before = c.Element
	}
	if before != nil {
		before.onlyOne = before.nth == 1
	}
}

// joinTexts makes one text of neighbours that only a mark had kept apart.
func joinTexts(children []Node) []Node {
	apart := false
	for i := 1; i < len(children); i++ {
		apart = apart || children[i-1].Element == nil && children[i].Element == nil
	}
	if !apart {
		return children
	}
	joined := children[:0]
	for i := 0; i < len(children); {
		if children[i].Element != nil {
			joined = append(joined, children[i])
			i++
			continue
		}
		var text strings.Builder
		for ; i < len(children) && children[i].Element == nil; i++ {
			text.WriteString(children[i].Text)
		}
		joined = append(joined, Node{Text: text.String()})
	}
	return joined
}

// placeCopies gives each repeated formatting element the place of the element
// that it repeats: the last one before it with the same name and attributes.
func (b *builder) placeCopies() {
	if len(b.copies) == 0 {
		return
	}
	latest := map[string]int{}
	for _, e := range b.d.Elements {
		if !lookUp([]byte(e.Tag)).formatting {
			continue
		}
		var key strings.Builder
		key.WriteString(e.Tag)
		for _, a := range e.Attributes {
			key.WriteString("\x00" + a.Name + "\x00" + a.Value)
		}
		if !e.Implied {
			latest[key.String()] = e.Offset
		} else if offset, found := latest[key.String()]; found {
			e.Offset, e.Implied = offset, false
		}
	}
}

// index notes the id of e, unless a template holds it: what is in a template
// is not on the page yet.
func (b *builder) index(e *Element) {
	id, written := e.Attribute("id")
	if !written || id == "" || e.inTemplate() {
		return
	}
	b.d.ids[id] = append(b.d.ids[id], e)
}

func (e *Element) inTemplate() bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if p.node.DataAtom == atom.Template && p.Namespace == HTML {
			return true
		}
	}
	return false
}
