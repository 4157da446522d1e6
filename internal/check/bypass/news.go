package bypass

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// A news is what only this page has, after something that other pages have too:
// what readers come for and must get to.
type news struct {
	p      *check.OutputPass
	pieces []check.Piece
	first  int   // the first piece that is repeated
	fresh  []int // how many pieces before each are not repeated
}

// newsOf finds the news of a page. It is nil where there is none, where no other
// page is known, and on pages where it is plain that readers get to it.
func newsOf(p *check.OutputPass) *news {
	if p.View.Linked == nil || plain(p) {
		return nil
	}
	n := &news{p: p, pieces: p.View.Pieces()}
	n.first = slices.IndexFunc(n.pieces, func(x check.Piece) bool { return x.Repeated })
	if n.first < 0 || !slices.ContainsFunc(n.pieces[n.first:], func(x check.Piece) bool { return !x.Repeated }) {
		return nil
	}
	n.fresh = make([]int, len(n.pieces)+1)
	for i, x := range n.pieces {
		n.fresh[i+1] = n.fresh[i]
		if !x.Repeated {
			n.fresh[i+1]++
		}
	}
	return n
}

// plain says whether the page has a main part with a heading in it and a link
// that leads there. Then other pages, which are costly to read, need not be.
func plain(p *check.OutputPass) bool {
	tree := p.View.Tree()
	for e := range p.All("main") {
		if tree.Hidden(e) || tree.Role(e) != "main" {
			continue
		}
		headed := slices.ContainsFunc(e.Inside(), func(h *dom.Element) bool {
			return tree.Role(h) == "heading" && tree.Name(h) != "" && p.View.Seen(h)
		})
		return headed && skips(p, func(target *dom.Element) bool { return target.Within(e) })
	}
	return false
}

// heading says whether a heading that is seen and told stands in the news.
func (n *news) heading() bool {
	return slices.ContainsFunc(n.pieces[n.first:], func(x check.Piece) bool {
		return !x.Repeated && x.Heading != nil && !n.p.View.Tree().Hidden(x.Heading) && n.p.View.Seen(x.On)
	})
}

// landmark says whether a landmark begins with news.
func (n *news) landmark() bool {
	tree := n.p.View.Tree()
	for e := range n.p.Elements() {
		role := standards.ARIARole(tree.Role(e))
		if role != nil && role.Is("landmark") && !tree.Hidden(e) && n.holds(e) && n.begins(e) {
			return true
		}
	}
	return false
}

// holds says whether anything is in e.
func (n *news) holds(e *dom.Element) bool {
	return n.from(e) < n.after(e)
}

// from is the first piece in e or after it, after the first one after it.
func (n *news) from(e *dom.Element) int  { return n.search(e.Index) }
func (n *news) after(e *dom.Element) int { return n.search(e.End) }

func (n *news) search(place int) int {
	at, _ := slices.BinarySearchFunc(n.pieces, place, func(x check.Piece, place int) int { return x.Place - place })
	return at
}

// begins says whether what stands at e, or next after it if nothing is in it, is
// news.
func (n *news) begins(e *dom.Element) bool {
	at := n.from(e)
	if at == len(n.pieces) {
		return false
	}
	if !n.pieces[at].Repeated {
		return at > n.first
	}
	// It may be news as a whole although its first words are repeated.
	return at > n.first && n.fresh[n.after(e)] > n.fresh[at]
}

// skipLink says whether a link leads to the news.
func (n *news) skipLink() bool { return skips(n.p, n.begins) }

// skips says whether a link of the page leads to a target in it that wanted
// wants.
func skips(p *check.OutputPass, wanted func(*dom.Element) bool) bool {
	targets := p.HTML.Targets()
	for e := range p.All("a", "area") {
		if !e.Has("href") || !p.View.Tree().Focusable(e) {
			continue
		}
		href, _ := e.Attribute("href")
		address, fragment, _ := strings.Cut(strings.TrimSpace(href), "#")
		if fragment == "" || address != "" && !strings.HasSuffix("/"+p.Path, "/"+strings.TrimLeft(address, "./")) {
			continue
		}
		if target := targets.Of(fragment); target != nil && p.View.Styles().Displayed(target) && wanted(target) {
			return true
		}
	}
	return false
}

// switches says whether something on the page may do what its markup does not
// tell: hide what is repeated, or move to the news, by a script; or hold the news,
// in a page of its own.
func (n *news) switches() bool {
	for e := range n.p.Elements() {
		if e.Is("button", "summary") || e.Has("onclick") || e.Has("aria-expanded") || e.Keyword("role") == "button" ||
			e.Is("input") && (e.Keyword("type") == "button" || e.Keyword("type") == "checkbox") ||
			e.Is("a") && strings.HasPrefix(e.Keyword("href"), "javascript:") {
			return true
		}
	}
	return n.frames()
}

// frames says whether a part of the page has markup of its own.
func (n *news) frames() bool {
	for e := range n.p.Elements() {
		if e.Is("iframe", "object") || e.Is("template") && e.Has("shadowrootmode") {
			return true
		}
	}
	return false
}

// at is the element at which the news lacks something.
func (n *news) at() *dom.Element { return n.pieces[n.first].On }
