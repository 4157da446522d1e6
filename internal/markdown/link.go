package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// link writes a link around its words; of a dangerous one the words alone.
func (w *writer) link(n ast.Node, words func()) {
	w.unlinked++
	defer func() { w.unlinked-- }()
	if w.dangerous[n] {
		words()
		return
	}
	l := w.doc.Links[w.links[n]]
	href, external := l.Destination, leavesSite(l.Destination)
	if w.r.Link != nil {
		href, external = w.r.Link(l)
	}
	rel := ""
	if external {
		rel = "noreferrer"
	}
	w.tag("a", at(n), w.own(n, "href", escapedURL(href), "title", l.Title, "rel", rel)...)
	words()
	w.b.WriteString("</a>")
}

// leavesSite tells an address of another site, where no one else knows.
func leavesSite(destination string) bool {
	return hasScheme(destination, "http") || hasScheme(destination, "https") || strings.HasPrefix(destination, "//")
}
