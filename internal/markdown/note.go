package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// noteLink writes the number that leads to a footnote.
func (w *writer) noteLink(n *noteLink) {
	w.tag("sup", at(n))
	w.tag("a", at(n), "id", n.note.backID(n.use), "href", "#"+n.note.id(), "role", "doc-noteref",
		"aria-label", w.word("footnote", strconv.Itoa(n.note.number)))
	w.b.WriteString(strconv.Itoa(n.note.number) + "</a></sup>")
}

// notes writes the footnotes, in the order in which the text refers to them.
func (w *writer) notes() {
	if len(w.page.notes) == 0 {
		return
	}
	from := at(w.page.notes[0].node)
	w.tag("section", from, "class", "footnotes", "role", "doc-endnotes", "aria-label", w.word("footnotes", ""))
	w.b.WriteByte('\n')
	w.tag("ol", from)
	w.b.WriteByte('\n')
	for _, n := range w.page.notes {
		w.tag("li", at(n.node), "id", n.id())
		w.b.WriteByte('\n')
		w.note(n)
		w.b.WriteString("</li>\n")
	}
	w.b.WriteString("</ol>\n</section>\n")
}

// note writes a footnote; the way back is in its last paragraph, if that is
// where it ends.
func (w *writer) note(n *note) {
	for c := n.node.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Paragraph); !ok || c.NextSibling() != nil {
			w.block(c)
			continue
		}
		w.tag("p", at(c))
		w.inlines(c)
		w.waysBack(n)
		w.b.WriteString("</p>\n")
		return
	}
	w.waysBack(n)
}

func (w *writer) waysBack(n *note) {
	for use := 1; use <= n.uses; use++ {
		number := strconv.Itoa(n.number)
		if use > 1 {
			number += "-" + strconv.Itoa(use)
		}
		w.b.WriteByte(' ')
		w.tag("a", at(n.node), "href", "#"+n.backID(use), "class", "footnote-back", "role", "doc-backlink",
			"aria-label", w.word("footnote_back", number))
		w.b.WriteString("↩\ufe0e</a>")
	}
}
