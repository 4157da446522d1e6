package markdown

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// HTML writes the document. Every element that it writes carries data-at, the
// file and byte offset it came from. An error is one that Rendering.Container
// returned.
func (d *Document) HTML(r Rendering) (template.HTML, error) {
	w := &writer{page: d.page, doc: d, r: r, b: &builder{}, terms: newTermFinder(r.Terms)}
	w.blocks(d.page.root)
	w.notes()
	return template.HTML(w.b.String()), w.err
}

// A writer writes one document once.
type writer struct {
	*page
	doc           *Document
	r             Rendering
	b             *builder
	terms         *termFinder
	unlinked      int // above zero inside what must not hold links to terms
	colouredBytes int // of code, so far
	err           error
}

// A builder is where HTML goes; the zero value is ready.
type builder = strings.Builder

// tag writes a start tag. Attributes come in pairs of name and value; a name
// with an empty value is left out, except alt.
func (w *writer) tag(name string, at int, attributes ...string) {
	w.b.WriteByte('<')
	w.b.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" || attributes[i] == "alt" || attributes[i] == "href" {
			w.attribute(attributes[i], attributes[i+1])
		}
	}
	if at >= 0 {
		w.attribute("data-at", w.dataAt(at))
	}
	w.b.WriteByte('>')
}

func (w *writer) attribute(name, value string) {
	w.b.WriteByte(' ')
	w.b.WriteString(name)
	w.b.WriteString(`="`)
	w.b.WriteString(escaped(value))
	w.b.WriteByte('"')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\x00", "\ufffd")

func escaped(s string) string { return escaper.Replace(s) }

// own are the attributes that the writer of a page gave to a node.
func (w *writer) own(n ast.Node, more ...string) []string {
	if a := w.attributes[n]; a != nil {
		return append([]string{"id", a.id, "class", a.class, "lang", a.lang, "dir", a.dir}, more...)
	}
	return more
}

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.inlines(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			w.b.WriteByte('\n')
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.ThematicBreak:
		w.tag("hr", n.Pos())
		w.b.WriteByte('\n')
	case *ast.Blockquote:
		w.wrapped("blockquote", n)
	case *ast.List:
		w.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.codeBlock(n)
	case *ast.HTMLBlock:
		if w.options.AllowHTML {
			w.b.WriteString(allowedRaw(joined(blockSegments(n), w.body)))
		}
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.wrapped("dl", n)
	case *east.DefinitionTerm:
		w.tag("dt", at(n))
		w.inlines(n)
		w.b.WriteString("</dt>\n")
	case *east.DefinitionDescription:
		w.definition(n)
	case *containerNode:
		w.container(n)
	}
}

// at is where a node begins, or the nearest one around it that knows.
func at(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if p := n.Pos(); p >= 0 {
			return p
		}
	}
	return 0
}

// wrapped writes an element that holds blocks on lines of their own.
func (w *writer) wrapped(tag string, n ast.Node, attributes ...string) {
	w.tag(tag, at(n), attributes...)
	w.b.WriteByte('\n')
	w.blocks(n)
	w.b.WriteString("</" + tag + ">\n")
}

func (w *writer) paragraph(n ast.Node) {
	if w.figure(n) {
		return
	}
	w.tag("p", at(n))
	w.inlines(n)
	w.b.WriteString("</p>\n")
}

func (w *writer) heading(n *ast.Heading) {
	tag := "h" + strconv.Itoa(max(n.Level, w.r.TopHeading))
	w.unlinked++
	w.tag(tag, at(n), w.named(n)...)
	w.inlines(n)
	w.b.WriteString("</" + tag + ">\n")
	w.unlinked--
}

// named are a heading's attributes with its id, written or automatic.
func (w *writer) named(n *ast.Heading) []string {
	attributes := w.own(n)
	if i := slices.Index(attributes, "id"); i == 0 {
		attributes = attributes[2:]
	}
	return append([]string{"id", w.doc.Headings[w.headings[n]].ID}, attributes...)
}

func (w *writer) definition(n *east.DefinitionDescription) {
	w.tag("dd", at(n))
	if !n.IsTight {
		w.b.WriteByte('\n')
	}
	w.blocks(n)
	w.b.WriteString("</dd>\n")
}

// container has the theme write a container.
func (w *writer) container(n *containerNode) {
	if w.err != nil {
		return
	}
	foreign := w.attributes[n].lang != ""
	if foreign {
		w.unlinked++
	}
	h := w.inside(n)
	if foreign {
		w.unlinked--
	}
	if w.r.Container == nil {
		w.tag("div", at(n), w.plainContainer(n)...)
		w.b.WriteString("\n" + string(h.All) + "</div>\n")
		return
	}
	html, err := w.r.Container(n.container, h)
	if err != nil {
		w.err = fmt.Errorf("writing the %s in %s: %w", n.container.Name, w.dataAt(n.Pos()), err)
		return
	}
	w.b.WriteString(string(html))
}

func (w *writer) plainContainer(n *containerNode) []string {
	own := w.attributes[n]
	return []string{"id", own.id, "class", strings.TrimSpace(n.container.Name + " " + own.class), "lang", own.lang, "dir", own.dir}
}

// inside writes each block of a container once, and puts them together in all
// the ways that a theme may want them.
func (w *writer) inside(n *containerNode) (h ContainerHTML) {
	outer := w.b
	var all, body, part builder
	if n.container.Attributes["title"] != "" {
		h.Title = template.HTML(escaped(n.container.Title))
	}
	endPart := func() {
		if last := len(h.Parts) - 1; last >= 0 {
			h.Parts[last].Body = template.HTML(part.String())
		}
		part.Reset()
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.b = &builder{}
		if c == n.title {
			w.unlinked++
			w.block(c)
			w.unlinked--
			h.Title = w.inlineHTML(c)
			all.WriteString(w.b.String())
			continue
		}
		w.block(c)
		block := w.b.String()
		all.WriteString(block)
		body.WriteString(block)
		if heading, ok := c.(*ast.Heading); ok && heading.Level == n.partLevel {
			endPart()
			known := n.container.Parts[len(h.Parts)]
			h.Parts = append(h.Parts, PartHTML{ID: known.ID, DataAt: known.DataAt, Title: w.partTitle(heading)})
			continue
		}
		part.WriteString(block)
	}
	endPart()
	w.b = outer
	h.All, h.Body = template.HTML(all.String()), template.HTML(body.String())
	return h
}

// inlineHTML is what a node holds, without links to terms.
func (w *writer) inlineHTML(n ast.Node) template.HTML {
	outer := w.b
	w.b = &builder{}
	w.unlinked++
	w.inlines(n)
	html := w.b.String()
	w.unlinked--
	w.b = outer
	return template.HTML(html)
}

// partTitle keeps the language of a heading when the theme writes it.
func (w *writer) partTitle(n *ast.Heading) template.HTML {
	own := w.attributes[n]
	if own == nil || own.lang == "" {
		return w.inlineHTML(n)
	}
	return template.HTML(`<span lang="`+escaped(own.lang)+`" dir="`+own.dir+`" data-at="`+escaped(w.dataAt(at(n)))+`">`) + w.inlineHTML(n) + "</span>"
}
