package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// english are the interface words that are written where the page has none.
var english = map[string]string{
	"footnotes":     "Footnotes",                      // names the list
	"footnote":      "Footnote {n}",                   // names a link to one
	"footnote_back": "Back to the text, footnote {n}", // names the way back
	"task_done":     "Done",                           // names a ticked box
	"task_open":     "To do",                          // names an empty box
	"code_block":    "Code",                           // names a block of code
	"table":         "Table",                          // comes before a table's heads
}

// word returns an interface word with its number.
func (w *writer) word(key string, n int) string {
	word := ""
	if w.r.Words != nil {
		word = w.r.Words(key)
	}
	if word == "" {
		word = english[key]
	}
	return strings.ReplaceAll(word, "{n}", strconv.Itoa(n))
}

// noteLink writes the number that leads to a footnote.
func (w *writer) noteLink(n *noteLink) {
	w.tag("sup", at(n))
	w.tag("a", at(n), "id", n.note.backID(n.use), "href", "#"+n.note.id(), "role", "doc-noteref",
		"aria-label", w.word("footnote", n.note.number))
	w.b.WriteString(strconv.Itoa(n.note.number) + "</a></sup>")
}

// notes writes the footnotes, in the order in which the text refers to them.
func (w *writer) notes() {
	if len(w.page.notes) == 0 {
		return
	}
	from := at(w.page.notes[0].node)
	w.tag("section", from, "class", "footnotes", "role", "doc-endnotes", "aria-label", w.word("footnotes", 0))
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
		w.b.WriteByte(' ')
		w.tag("a", at(n.node), "href", "#"+n.backID(use), "class", "footnote-back", "role", "doc-backlink",
			"aria-label", w.word("footnote_back", n.number))
		w.b.WriteString("↩\ufe0e</a>")
	}
}
