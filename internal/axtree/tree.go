// Package axtree works out what assistive technology is told about a page: the
// role of every element, its accessible name and description, whether it is
// there at all and whether the keyboard can reach it.
//
// A browser builds a second tree beside the document for screen readers. This
// package answers for one element at a time instead, by the same standards:
// WAI-ARIA 1.3 for roles, HTML-AAM, SVG-AAM and Core-AAM for what elements mean
// by themselves, and Accessible Name and Description Computation 1.2 for the
// words. Where browsers agree on more than the standards say (how words of
// neighbours are joined, say), their way is taken.
//
// Nothing is computed before it is asked for, and everything is remembered.
package axtree

import (
	"handrail/internal/css"
	"handrail/internal/dom"
)

// A Tree answers questions about one page. It remembers its answers, so only one
// goroutine may use it at a time.
type Tree struct {
	doc    *dom.Document
	styles *css.Styles

	byRole       map[string][]*dom.Element
	roles        []memo
	implicit     []memo
	names        []memo
	sources      []string
	descriptions []memo
	hidden       []state
	disabled     []state
	seen         []uint32 // which naming was here last
	round        uint32
	spent        int // how many elements were asked in all

	labels    map[int][]*dom.Element // control to its labels
	owners    map[int]*dom.Element   // element to who claims it by aria-owns
	claims    map[int][]*dom.Element // the other way round
	pictures  map[string]bool        // names of image maps that a picture uses
	headers   map[int]string         // th to the role that its place gives it
	cuts      map[int]bool           // tables whose cells are in headers
	reference map[int]string         // texts of elements that labels refer to
}

// A memo is a remembered text.
type memo struct {
	text  string
	known bool
}

// A state is a remembered yes or no.
type state uint8

const (
	unknown state = iota
	no
	yes
)

func stateOf(is bool) state {
	if is {
		return yes
	}
	return no
}

// New returns the tree of a page with its styles. It is cheap.
func New(doc *dom.Document, styles *css.Styles) *Tree {
	n := len(doc.Elements)
	memos := make([]memo, 4*n)
	states := make([]state, 2*n)
	return &Tree{
		doc: doc, styles: styles,
		roles: memos[:n:n], implicit: memos[n : 2*n : 2*n], names: memos[2*n : 3*n : 3*n], descriptions: memos[3*n:],
		sources: make([]string, n), seen: make([]uint32, n), hidden: states[:n:n], disabled: states[n:],
		headers: map[int]string{}, cuts: map[int]bool{}, reference: map[int]string{},
	}
}
