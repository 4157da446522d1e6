package check

import (
	"iter"
	"strings"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// Elements yields the elements of the page as a browser that runs scripts has
// them, in document order: what is inside template and noscript is left out.
func (p *OutputPass) Elements() iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		if p.HTML == nil {
			return
		}
		inert := p.HTML.All("template", "noscript")
		all := p.HTML.Elements
		for i := 0; i < len(all); i++ {
			if !yield(all[i]) {
				return
			}
			for len(inert) > 0 && inert[0].Index <= i {
				if inert[0].Index == i && inert[0].Namespace == dom.HTML {
					i = all[i].End - 1
				}
				inert = inert[1:]
			}
		}
	}
}

// Among yields those of some elements, which are in document order, that Elements
// would yield.
func (p *OutputPass) Among(some []*dom.Element) iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		if p.HTML == nil {
			return
		}
		inert := p.HTML.All("template", "noscript")
		end := 0 // of the template or noscript that was met last
		for _, e := range some {
			for len(inert) > 0 && inert[0].Index < e.Index {
				if inert[0].Namespace == dom.HTML {
					end = max(end, inert[0].End)
				}
				inert = inert[1:]
			}
			if e.Index >= end && !yield(e) {
				return
			}
		}
	}
}

// All yields the HTML elements with one of the tags, in document order: those
// of Elements for which Is holds.
func (p *OutputPass) All(tags ...string) iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		if p.HTML == nil {
			return
		}
		for e := range p.Among(p.HTML.All(tags...)) {
			if e.Namespace == dom.HTML && !yield(e) {
				return
			}
		}
	}
}

// Alike yields the elements of the page for which something holds that follows
// from their styles alone. It is asked once for all elements of a kin.
func (p *OutputPass) Alike(s *css.Styles, is func(*dom.Element) bool) iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		var known []int8 // by kin: 1 yes, -1 no
		for e := range p.Elements() {
			kin := s.Kin(e)
			for len(known) <= kin {
				known = append(known, 0)
			}
			if known[kin] == 0 {
				known[kin] = -1
				if is(e) {
					known[kin] = 1
				}
			}
			if known[kin] > 0 && !yield(e) {
				return
			}
		}
	}
}

// Redirects says whether the page does nothing but send the browser elsewhere.
func (p *OutputPass) Redirects() bool {
	for e := range p.Elements() {
		if e.Is("meta") && e.Keyword("http-equiv") == "refresh" && strings.HasPrefix(e.Keyword("content"), "0") {
			return true
		}
		if e.Is("body") {
			break
		}
	}
	return false
}
