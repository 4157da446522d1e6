package check

import (
	"iter"
	"strings"

	"handrail/internal/dom"
)

// Elements yields the elements of the page as a browser that runs scripts has
// them, in document order: what is inside template and noscript is left out.
func (p *OutputPass) Elements() iter.Seq[*dom.Element] {
	return func(yield func(*dom.Element) bool) {
		if p.HTML == nil {
			return
		}
		all := p.HTML.Elements
		for i := 0; i < len(all); i++ {
			if !yield(all[i]) {
				return
			}
			if all[i].Is("template", "noscript") {
				i = all[i].End - 1
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
