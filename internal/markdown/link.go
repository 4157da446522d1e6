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
	to := Target{Href: l.Destination, External: leavesSite(l.Destination)}
	if w.r.Link != nil {
		to = w.r.Link(l)
	}
	if to.Nowhere {
		words()
		return
	}
	rel := ""
	if to.External {
		rel = "noreferrer"
	}
	w.tag("a", at(n), w.own(n, "href", escapedURL(to.Href), "title", l.Title, "rel", rel, "hreflang", to.HrefLang)...)
	words()
	w.b.WriteString("</a>")
	if to.Note != "" {
		w.b.WriteString(` <span class="note-language">(` + escaped(to.Note) + ")</span>")
	}
}

// leavesSite tells an address of another site, where no one else knows.
func leavesSite(destination string) bool {
	return hasScheme(destination, "http") || hasScheme(destination, "https") || strings.HasPrefix(destination, "//")
}
