// Package css says how a page looks to a reader, as far as style sheets alone
// decide it.
//
// A style sheet is read once into rules whose selectors are sorted by the id,
// class or tag that their subject must have. For a page and a reader, Compute
// puts the sheets in order; nothing else happens until somebody asks. The first
// question about an element finds the rules that match it, the first question
// about a property finds the declaration that wins the cascade, fills in
// variables, and inherits. Answers are kept.
//
// There is no layout. What only layout could decide (a percentage of a width,
// whether a container query holds, what is under a picture) is not guessed:
// such questions are answered with "" or false.
package css

import (
	"handrail/internal/dom"
)

// A Reader is the person and the device for whom a page is shown.
type Reader struct {
	// Type is "screen" or "print".
	Type string
	// Width and Height of the window, in CSS pixels.
	Width, Height int
	// Dark says that dark colours are preferred; ReducedMotion, that little
	// should move; HighContrast, that more contrast is wanted; ForcedColors,
	// that the reader's own colours replace the author's.
	Dark, ReducedMotion, HighContrast, ForcedColors bool
}

// Readers for whom pages are looked at.
var (
	Desktop     = Reader{Type: "screen", Width: 1280, Height: 720}
	DarkDesktop = Reader{Type: "screen", Width: 1280, Height: 720, Dark: true}
	Phone       = Reader{Type: "screen", Width: 360, Height: 640}
	Print       = Reader{Type: "print", Width: 794, Height: 1123}
)

// Readers returns the stated set, by name.
func Readers() map[string]Reader {
	return map[string]Reader{"desktop": Desktop, "dark": DarkDesktop, "phone": Phone, "print": Print}
}

func (r Reader) portrait() bool { return r.Height >= r.Width }

// A Sheet is one style sheet of a page.
type Sheet struct {
	Data []byte
	Path string
	// Media is the media attribute; "" stands for all.
	Media string
	// Element is the style or link element, nil if there is none.
	Element *dom.Element
	// Offset is where the style element begins in the page, if it is one.
	Offset int

	parsed *rules
	number int         // among the sheets of the page, the browser's own first
	layer  string      // what @import put it into
	test   []condition // of @import
	key    string      // tells it from other sheets; "" for one that no other page has
}

// A Styles answers questions about the styles of one page for one reader. It
// keeps its answers, so it belongs to one goroutine.
type Styles struct {
	*look
	*page
	// Cut says that a cap was met: a sheet with too many rules or imports,
	// nesting too deep, or selectors too costly. What was left out is not in the answers.
	Cut bool

	states states
	on     *dom.Element       // the one with the states; nil: whichever is asked about
	base   *Styles            // without states
	within *Styles            // for what is around an element with states
	stated map[string]*Styles // what State returned, by the names of the states

	matching matcher
	kins     []int32 // by element
	pseudos  map[pseudoKey]*Pseudo
	counts   *counts
	shown    []int8
}

// A page is what the styles of one page have in common, whoever its reader is.
type page struct {
	doc     *dom.Document
	home    *Library   // where the stock goes back to, see Done
	written []*Sheet   // the browser's own first, those for other readers too
	traces  []*traced  // by element
	which   []int32    // choice by element, 0 for one that nobody asked about
	typed   [2][]int32 // place among siblings of one tag, by element; see ofType
	inline  []string   // style attributes
	read    bool       // inline is filled in
	cut     bool       // imports were passed over
}
