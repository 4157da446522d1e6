package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls, can be reached with the keyboard
// and has a name. https://www.w3.org/WAI/WCAG22/Understanding/keyboard.html
func (w *writer) table(n *east.Table) {
	w.tag("div", at(n), "class", "table-wrap", "role", "group", "tabindex", "0", "aria-label", w.tableName(n))
	w.b.WriteByte('\n')
	w.tag("table", at(n))
	w.b.WriteByte('\n')
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			w.tag("thead", at(row))
			w.b.WriteByte('\n')
			w.row(row, "th")
			w.b.WriteString("</thead>\n")
			if row.NextSibling() != nil {
				w.tag("tbody", at(row.NextSibling()))
				w.b.WriteByte('\n')
			}
			continue
		}
		w.row(row, "td")
		if row.NextSibling() == nil {
			w.b.WriteString("</tbody>\n")
		}
	}
	w.b.WriteString("</table>\n</div>\n")
}

var alignments = map[east.Alignment]string{
	east.AlignLeft: "align-left", east.AlignRight: "align-right", east.AlignCenter: "align-center",
}

func (w *writer) row(row ast.Node, tag string) {
	scope := ""
	if tag == "th" {
		scope = "col"
		w.unlinked++
		defer func() { w.unlinked-- }()
	}
	w.tag("tr", at(row))
	w.b.WriteByte('\n')
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		class := alignments[cell.(*east.TableCell).Alignment]
		w.tag(tag, at(cell), "scope", scope, "class", class)
		w.inlines(cell)
		w.b.WriteString("</" + tag + ">\n")
	}
	w.b.WriteString("</tr>\n")
}

// tableName names a table by the words of its head.
func (w *writer) tableName(n *east.Table) string {
	const longest = 80 // characters
	var heads []string
	if head := n.FirstChild(); head != nil {
		for cell := head.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if words := w.plain(cell); words != "" {
				heads = append(heads, words)
			}
		}
	}
	name := []rune(strings.Join(heads, ", "))
	if len(name) > longest {
		name = append(name[:longest], '…')
	}
	if len(name) == 0 {
		return w.word("table", "")
	}
	return w.word("table", "") + ": " + string(name)
}
