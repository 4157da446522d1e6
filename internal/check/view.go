package check

import (
	"fmt"

	"handrail/internal/axtree"
	"handrail/internal/css"
	"handrail/internal/dom"
)

// A View is a finished page as readers meet it. Styles and names are worked
// out when a check first asks, and shared by all checks of the page. It belongs
// to one goroutine.
type View struct {
	// Linked returns another page of the site by its address as the page
	// writes it, or nil. It may be nil itself. Join sets it.
	Linked func(href string) *dom.Document

	html    *dom.Document
	address string
	library *css.Library
	desktop *css.Styles
	readers map[css.Reader]*css.Styles
	tree    *axtree.Tree
	unseen  []int8         // by element: 1 out of sight, -1 not; see Seen
	joined  *Others        // what Linked reads from, where Join has set it
	kept    map[string]any // see Keep
	pieces  []Piece
	read    bool // pieces have been looked for
}

// NewView returns the view of a page at an address. The library finds its
// style sheets.
func NewView(html *dom.Document, address string, library *css.Library) *View {
	return &View{html: html, address: address, library: library, readers: map[css.Reader]*css.Styles{}}
}

// Styles says how the page looks on a desktop, in light colours.
func (v *View) Styles() *css.Styles {
	if v.desktop == nil {
		v.desktop = v.library.Compute(v.html, v.address, css.Desktop)
	}
	return v.desktop
}

// For says how the page looks to a reader.
func (v *View) For(r css.Reader) *css.Styles {
	if r == css.Desktop {
		return v.Styles()
	}
	if v.readers[r] == nil {
		v.readers[r] = v.Styles().For(r)
	}
	return v.readers[r]
}

// Tree says what assistive technology is told about the page.
func (v *View) Tree() *axtree.Tree {
	if v.tree == nil {
		v.tree = axtree.New(v.html, v.Styles())
	}
	return v.tree
}

// StylesCut is an error where sheets of the page, which is called name, hold more
// than is read, as far as checks have asked: what they say then does not count.
func (v *View) StylesCut(name string) error {
	cut := v.desktop != nil && v.desktop.Cut
	for _, styles := range v.readers {
		cut = cut || styles.Cut
	}
	if !cut {
		return nil
	}
	return fmt.Errorf("the styles of %s are not read to their end: a sheet has too many rules or imports, or some that are nested too deep; "+
		"divide it, or leave out what no page needs", name)
}

// Done ends the view. What was found out about the style sheets is kept for other
// pages that have the same ones.
func (v *View) Done() {
	if v.desktop != nil {
		v.desktop.Done()
	}
	v.desktop, v.readers, v.tree = nil, nil, nil
}
