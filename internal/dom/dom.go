// Package dom reads finished HTML and remembers where everything was written.
//
// A browser's rules for reading HTML move, close and invent elements, so the
// tree is x/net/html's, which follows them. That tree forgets places. Where its
// elements match the start tags one by one, that tells their places. On any other
// page every start tag is given a private mark with its byte offset before the
// page is parsed once more; then the marks are taken out and each Element keeps
// its offset. Elements that nobody wrote (an implied body) stand where their parent stands, and
// copies that the rules make of an unclosed <b> stand where the first one was
// written.
//
// The tree is made for checks: elements in document order in one slice,
// attributes as they were written, and nothing that changes after Parse, so
// many checks may read one Document at once.
package dom

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"handrail/internal/source"
)

// A Document is one parsed page. It is not changed after Parse, and safe for
// any number of goroutines.
type Document struct {
	// Root is the html element. It is always there, written or not.
	Root *Element
	// Elements holds every element in document order; Elements[i].Index is i.
	Elements []*Element
	// Comments are in the order they were written.
	Comments []Comment
	// Doctype is the name after <!DOCTYPE, "html" normally; empty without one.
	Doctype string

	ids    map[string][]*Element
	top    *html.Node // what Find searches, free of marks
	lines  func() *source.File
	byNode func() map[*html.Node]*Element

	byTag, byAttribute func() map[string][]*Element
}

// Namespace says which vocabulary an element is of.
type Namespace uint8

const (
	HTML Namespace = iota
	SVG
	MathML
)

// An Element is one element of the tree.
type Element struct {
	// Tag is in lower case for HTML; SVG keeps its own spelling (linearGradient).
	Tag       string
	Namespace Namespace
	// Attributes are in the order written. Of two with one name, the first
	// counts and is the only one here. Names are in lower case, but for
	// SVG's own (viewBox) and prefixed ones (xlink:href).
	Attributes []Attribute
	Parent     *Element // nil for the root
	Children   []Node
	// Offset is the byte offset of the "<" of the start tag.
	Offset int
	// Implied says that no start tag was written, as often for html, head,
	// body and tbody. Offset is then the parent's.
	Implied bool
	// Index is the position in Document.Elements; everything inside the
	// element is Elements[Index+1 : End].
	Index, End int

	doc     *Document
	node    *html.Node
	before  *Element // the sibling element before
	nth     int32    // 1 for the first child element of its parent
	onlyOne bool     // no sibling elements
}

// An Attribute is a name and a value, entities already replaced.
type Attribute struct{ Name, Value string }

// A Node is a child: either an element or, where Element is nil, some text.
type Node struct {
	Element *Element
	Text    string
}

// A Comment is the inside of <!-- … -->, with the offset of its "<".
type Comment struct {
	Text   string
	Offset int
}

// The errors of Parse. Both are for pages that would take time or memory out of
// all proportion; browsers give up on them in ways of their own.
var (
	ErrDepth  = errors.New("elements are nested more than 512 deep")
	ErrGrowth = errors.New("too many formatting elements are left open")
)

// Parse reads a whole page, assumed to be UTF-8, by the rules of the HTML
// standard (section 13.2) for a browser that runs scripts. There is one
// difference: what is inside noscript is parsed too, as children of the
// noscript element, so that checks see what readers without scripts are given.
//
// Nothing that is written wrongly makes an error, except for ErrDepth and
// ErrGrowth.
func Parse(data []byte) (*Document, error) {
	s, starts, err := scan(data, 0, len(data), false)
	if err != nil {
		return nil, err
	}
	d := &Document{ids: map[string][]*Element{}, Comments: s.comments}
	if err := d.parse(data, s, starts); err != nil {
		return nil, fmt.Errorf("%w (%v)", ErrDepth, err)
	}
	d.lines = sync.OnceValue(func() *source.File { return source.NewFile("", data) })
	d.byNode = sync.OnceValue(func() map[*html.Node]*Element {
		nodes := make(map[*html.Node]*Element, len(d.Elements))
		for _, e := range d.Elements {
			nodes[e.node] = e
		}
		return nodes
	})
	d.byTag = sync.OnceValue(func() map[string][]*Element {
		lists := map[string][]*Element{}
		for _, e := range d.Elements {
			lists[e.Tag] = append(lists[e.Tag], e)
		}
		return lists
	})
	d.byAttribute = sync.OnceValue(func() map[string][]*Element {
		lists := map[string][]*Element{}
		for _, e := range d.Elements {
			for _, a := range e.Attributes {
				lists[a.Name] = append(lists[a.Name], e)
			}
		}
		return lists
	})
	return d, nil
}

// parse builds the tree. The first try does without marks.
func (d *Document) parse(data []byte, s *scanner, starts []start) (err error) {
	if len(s.noscripts) == 0 && !s.unsure {
		if d.top, err = html.Parse(bytes.NewReader(data)); err != nil {
			return err
		}
		if offsets, ok := align(d.top, data, starts); ok {
			build(d, offsets, nil)
			return nil
		}
	}
	m := mark(data, 0, len(data), starts, freeName(data))
	if d.top, err = html.Parse(bytes.NewReader(m.out)); err != nil {
		return err
	}
	openNoscripts(d.top, data, m, s.noscripts)
	build(d, nil, m)
	return nil
}

// openNoscripts replaces the raw text of each noscript by the elements that
// it stands for. A noscript that cannot be parsed keeps its text.
func openNoscripts(top *html.Node, data []byte, m *marks, noscripts map[int][2]int) {
	if len(noscripts) == 0 {
		return
	}
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	var next *html.Node
	for n := top; n != nil; n = next {
		next = following(n)
		if n.DataAtom != atom.Noscript || n.FirstChild == nil {
			continue
		}
		offset, written := m.offset(n)
		inside, known := noscripts[offset]
		if !written || !known {
			continue
		}
		_, starts, err := scan(data, inside[0], inside[1], true)
		if err != nil {
			continue
		}
		part := mark(data, inside[0], inside[1], starts, m.name)
		children, err := html.ParseFragmentWithOptions(bytes.NewReader(part.out), context, html.ParseOptionEnableScripting(false))
		if err != nil {
			continue
		}
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		for _, c := range children {
			n.AppendChild(c)
		}
	}
}

// following returns the node after n in document order, nil at the end. It
// needs no stack, however deep the tree is.
func following(n *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}
