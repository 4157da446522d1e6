package check

import (
	"hash/maphash"
	"net/url"
	"path"
	"slices"
	"strings"

	"handrail/internal/dom"
)

// A Piece is a bit of content that somebody perceives: words, or a picture.
type Piece struct {
	On       *dom.Element // what it stands in, or what it is
	Place    int          // the Index of the element that it stands in or comes after
	Heading  *dom.Element // the heading around it, or nil
	Repeated bool         // a page that this one links to has it too
}

// maxLinked is how many of the pages that a page links to are read. Each costs
// as much as reading the page itself, and what is on every page is on these.
const maxLinked = 3

// Pieces returns what people perceive of the page, in document order, and
// whether it is repeated on the pages that it links to. There are none where
// no other page is known.
func (v *View) Pieces() []Piece {
	if !v.read {
		v.read = true
		if others := v.others(); len(others) > 0 {
			v.pieces = v.ownPieces(others)
		}
	}
	return v.pieces
}

// A fingerprint stands for a piece of another page: its words, and the level of
// the heading around it.
type fingerprint = uint64

var seed = maphash.MakeSeed()

// others holds the sorted fingerprints of each of the pages that this one links
// to; nil without such a page.
func (v *View) others() [][]fingerprint {
	if v.Linked == nil {
		return nil
	}
	own, err := url.Parse(v.address)
	if err != nil {
		return nil
	}
	var others [][]fingerprint
	tried := []string{samePage(own.Path)}
	for _, a := range v.html.All("a", "area") {
		href, written := a.Attribute("href")
		to, err := own.Parse(strings.TrimSpace(href))
		if !written || err != nil || to.Host != own.Host || to.Scheme != own.Scheme ||
			!isPage(to.Path) || slices.Contains(tried, samePage(to.Path)) {
			continue
		}
		if tried = append(tried, samePage(to.Path)); len(tried) > 4*maxLinked {
			break
		}
		pieces, exists := v.piecesOf(to.Path, href)
		if !exists {
			continue
		}
		others = append(others, pieces)
		if len(others) == maxLinked {
			break
		}
	}
	return others
}

// samePage makes one address of those that lead to one page.
func samePage(address string) string { return strings.TrimSuffix(address, "index.html") }

func isPage(address string) bool {
	switch strings.ToLower(path.Ext(address)) {
	case "", ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// piecesOf are the pieces of the page at a path, which the page's link leads to,
// if there is one.
func (v *View) piecesOf(path, href string) ([]fingerprint, bool) {
	if v.joined != nil {
		return v.joined.pieces(path)
	}
	other := v.Linked(href)
	if other == nil || other == v.html {
		return nil, false
	}
	return fingerprints(other), true
}

// fingerprints are those of all pieces of another page, sorted.
func fingerprints(other *dom.Document) []fingerprint {
	pieces := cut(other, func(e *dom.Element) bool { return e.Has("hidden") }, headingTag)
	all := make([]fingerprint, min(len(pieces), largestKnown))
	for i := range all {
		all[i] = fingerprintOf(pieces, i, level(pieces[i].heading))
	}
	slices.Sort(all)
	return all
}

// ownPieces returns the pieces of the page itself.
func (v *View) ownPieces(others [][]fingerprint) []Piece {
	tree := v.Tree()
	nobody := func(e *dom.Element) bool { return !v.Styles().Displayed(e) }
	heading := func(e *dom.Element) bool { return tree.Role(e) == "heading" }
	all := cut(v.html, nobody, heading)
	var pieces []Piece
	for i, x := range all {
		if tree.Hidden(x.on) && !v.Seen(x.on) {
			continue
		}
		n := 0
		if x.heading != nil {
			n = tree.Level(x.heading)
		}
		print := fingerprintOf(all, i, n)
		repeated := slices.ContainsFunc(others, func(page []fingerprint) bool {
			_, found := slices.BinarySearch(page, print)
			return found
		})
		pieces = append(pieces, Piece{On: x.on, Place: x.place, Heading: x.heading, Repeated: repeated})
	}
	return pieces
}

// fingerprintOf is that of the piece at i, which is in a heading of that level, or
// in none with 0. A heading counts together with what follows it: a list of
// chapters has the headings of them all, and yet does not repeat the chapters.
func fingerprintOf(pieces []cutting, i, level int) fingerprint {
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteByte(byte(level))
	h.WriteString(pieces[i].words)
	if level > 0 && i+1 < len(pieces) {
		h.WriteByte(0)
		h.WriteString(pieces[i+1].words)
	}
	return h.Sum64()
}

func headingTag(e *dom.Element) bool { return e.Is("h1", "h2", "h3", "h4", "h5", "h6") }

// level is that of a heading element; 0 for nil.
func level(heading *dom.Element) int {
	if heading == nil {
		return 0
	}
	return int(heading.Tag[1] - '0')
}

// A cutting is a piece before anybody asked who perceives it.
type cutting struct {
	place       int
	on, heading *dom.Element
	words       string
}

// cut takes the body of a page to pieces. What skip says, and what no browser
// shows, is left out. Words of inline elements belong to the piece around them,
// but for links and buttons.
func cut(d *dom.Document, skip, isHeading func(*dom.Element) bool) []cutting {
	var pieces []cutting
	var words []string
	var owner, heading *dom.Element
	begun, last := 0, 0
	flush := func() {
		if len(words) > 0 {
			pieces = append(pieces, cutting{begun, owner, heading, strings.Join(words, " ")})
			words = words[:0]
		}
	}
	var walk func(e *dom.Element)
	walk = func(e *dom.Element) {
		for _, c := range e.Children {
			if c.Element == nil {
				if found := strings.Fields(c.Text); len(found) > 0 {
					if len(words) == 0 {
						owner, begun = e, last
					}
					words = append(words, found...)
				}
				continue
			}
			if c.Element.Is("script", "style", "template", "noscript", "head") || skip(c.Element) {
				continue
			}
			if c.Element.Is(phrasing...) {
				last = c.Element.Index
				walk(c.Element)
				continue
			}
			flush()
			last = c.Element.Index
			if alone := picture(c.Element); alone != "" {
				pieces = append(pieces, cutting{last, c.Element, heading, alone})
			}
			if c.Element.Is("iframe", "video", "audio", "canvas", "textarea", "select") {
				continue
			}
			around := heading
			if isHeading(c.Element) {
				heading = c.Element
			}
			walk(c.Element)
			flush()
			heading = around
		}
	}
	walk(d.Root)
	flush()
	return pieces
}

// phrasing elements are parts of the words around them.
var phrasing = strings.Fields(`abbr b bdi bdo br cite code data del dfn em font i ins kbd mark q rp rt ruby s samp
	small span strong sub sup time tt u var wbr`)

// picture says what an element that is content by itself shows; "" for others.
func picture(e *dom.Element) string {
	switch {
	case e.Is("img"):
		alt, written := e.Attribute("alt")
		if written && strings.TrimSpace(alt) == "" || e.Keyword("role") == "none" || e.Keyword("role") == "presentation" {
			return ""
		}
		src, _ := e.Attribute("src")
		return "img " + alt + " " + path.Base(src)
	case e.Is("iframe", "video", "audio", "embed", "object", "canvas", "textarea", "select"),
		e.Is("input") && e.Keyword("type") != "hidden":
		src, _ := e.Attribute("src")
		name, _ := e.Attribute("name")
		return e.Tag + " " + src + " " + name
	}
	return ""
}
