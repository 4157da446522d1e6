package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inlines writes the pieces of running text below a node. Neighbouring texts
// are one: a term may begin on one line and end on the next.
func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			n = w.run(t)
			continue
		}
		w.inline(n)
	}
}

// run writes the texts from t on and returns the last one written.
func (w *writer) run(t *ast.Text) ast.Node {
	var words []byte
	from := t.Segment.Start
	for {
		value := t.Segment.Value(w.body)
		if t.IsRaw() {
			words = append(words, value...)
		} else {
			words = decode(words, value)
		}
		if t.HardLineBreak() || t.SoftLineBreak() {
			words = bytes.TrimRight(words, " \t")
		}
		if t.HardLineBreak() {
			w.prose(string(words), from)
			w.tag("br", t.Segment.Stop)
			w.b.WriteByte('\n')
			return t
		}
		if t.SoftLineBreak() {
			words = append(words, '\n')
		}
		next, ok := t.NextSibling().(*ast.Text)
		if !ok {
			w.prose(string(words), from)
			return t
		}
		t = next
	}
}

// prose writes running text, and links the terms in it.
func (w *writer) prose(words string, at int) {
	if w.unlinked > 0 || w.terms == nil {
		w.b.WriteString(escaped(words))
		return
	}
	from := 0
	for _, found := range w.terms.find(words) {
		w.b.WriteString(escaped(words[from:found.begin]))
		w.tag("a", at, "class", "term", "href", escapedURL(found.term.Href))
		w.b.WriteString(escaped(words[found.begin:found.end]) + "</a>")
		from = found.end
	}
	w.b.WriteString(escaped(words[from:]))
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.String:
		w.b.WriteString(escaped(string(n.Value)))
	case *ast.CodeSpan:
		w.tag("code", at(n), w.own(n)...)
		w.b.WriteString(escaped(w.code(n)) + "</code>")
	case *ast.Emphasis:
		if n.Level == 2 {
			w.element("strong", n)
		} else {
			w.element("em", n)
		}
	case *east.Strikethrough:
		w.element("del", n)
	case *span:
		w.element("span", n)
	case *ast.Link:
		w.link(n, func() { w.inlines(n) })
	case *ast.AutoLink:
		w.link(n, func() { w.b.WriteString(escaped(string(n.Label(w.body)))) })
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		if w.options.AllowHTML {
			w.b.WriteString(allowedRaw(joined(n.Segments.Sliced(0, n.Segments.Len()), w.body)))
		}
	case *noteLink:
		w.noteLink(n)
	case *east.TaskCheckBox:
		w.box(n)
	}
}

// element writes an inline element. What is in another language is not
// searched for terms.
func (w *writer) element(tag string, n ast.Node) {
	foreign := w.attributes[n] != nil && w.attributes[n].lang != ""
	if foreign {
		w.unlinked++
	}
	w.tag(tag, at(n), w.own(n)...)
	w.inlines(n)
	w.b.WriteString("</" + tag + ">")
	if foreign {
		w.unlinked--
	}
}
