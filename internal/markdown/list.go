package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) list(n *ast.List) {
	tag, start := "ul", ""
	if n.IsOrdered() {
		tag = "ol"
		if n.Start != 1 {
			start = strconv.Itoa(n.Start)
		}
	}
	w.tag(tag, at(n), "start", start)
	w.b.WriteByte('\n')
	tickable := inChecklist(n)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.item(item, tickable)
	}
	w.b.WriteString("</" + tag + ">\n")
}

func (w *writer) item(n ast.Node, tickable bool) {
	w.tag("li", at(n))
	first := n.FirstChild()
	if _, tight := first.(*ast.TextBlock); first != nil && !tight {
		w.b.WriteByte('\n')
	}
	switch first.(type) {
	case *ast.TextBlock, *ast.Paragraph:
		if tickable {
			w.tickable(first)
			first = first.NextSibling()
		}
	}
	for ; first != nil; first = first.NextSibling() {
		w.block(first)
	}
	w.b.WriteString("</li>\n")
}

// tickable writes an item of a checklist: its words name its box. The box is
// not remembered when the page is left.
func (w *writer) tickable(words ast.Node) {
	w.tag("label", at(words))
	w.tag("input", at(words), "type", "checkbox", "autocomplete", "off")
	w.b.WriteByte(' ')
	for n := words.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			n = w.run(t)
		} else if _, box := n.(*east.TaskCheckBox); !box {
			w.inline(n)
		}
	}
	w.b.WriteString("</label>\n")
}

// inChecklist tells a list whose nearest container is a checklist, or in one.
func inChecklist(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if c, ok := p.(*containerNode); ok {
			return c.items
		}
	}
	return false
}

// box writes the box of a GFM task, which readers cannot tick.
// https://github.github.com/gfm/#task-list-items-extension-
func (w *writer) box(n *east.TaskCheckBox) {
	word, checked := "task_open", ""
	if n.IsChecked {
		word, checked = "task_done", "checked"
	}
	w.tag("input", at(n), "type", "checkbox", "checked", checked, "disabled", "disabled", "aria-label", w.word(word, ""))
	w.b.WriteByte(' ')
}
