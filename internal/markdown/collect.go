package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A collector walks the finished tree once and fills the document.
type collector struct {
	*reading
	page      *page
	namer     namer
	fences    []*containerNode // every container, in order
	container *containerNode   // the innermost open one
	lang      string           // of the passage
	kind      BlockKind        // of running text here
	quoted    bool             // in a block quotation
	quotes    int              // block quotations of HTML that are open
	depth     int
}

// collect fills the document from the tree, and settles what the parsers left
// open: attributes, ids, the order of footnotes.
func (r *reading) collect(root ast.Node) {
	r.doc.page = &page{text: r.text, options: r.options, root: root,
		headings: map[ast.Node]int{}, links: map[ast.Node]int{}, images: map[ast.Node]int{},
		dangerous: map[ast.Node]bool{}, attributes: map[ast.Node]*written{}}
	c := &collector{reading: r, page: r.doc.page, kind: Paragraph,
		namer: namer{taken: map[string]bool{}, last: map[string]int{}}}
	for _, n := range r.footnotes.all {
		if parent := n.node.Parent(); parent != nil {
			parent.RemoveChild(parent, n.node)
		}
	}
	c.blocks(root)
	// A footnote may refer to another one: the list grows as it is walked.
	for i := 0; i < len(c.page.notes); i++ {
		c.blocks(c.page.notes[i].node)
	}
	for _, n := range r.footnotes.all {
		if n.number == 0 {
			c.met(n)
			c.blocks(n.node)
		}
	}
	c.nameHeadings()
	for _, n := range c.fences {
		n.container.Text = n.words.String()
		c.parts(n)
	}
}

// met gives a footnote its number when it is first referred to.
func (c *collector) met(n *note) {
	if n.number == 0 {
		c.page.notes = append(c.page.notes, n)
		n.number = len(c.page.notes)
	}
}

// deeper runs f one level further down.
func (c *collector) deeper(n ast.Node, f func()) {
	if c.depth++; c.depth > 2*maxDepth {
		panic(tooDeep(max(0, n.Pos())))
	}
	f()
	c.depth--
}

func (c *collector) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.deeper(n, func() { c.block(n) })
	}
}

func (c *collector) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		c.words(n, c.kind)
	case *ast.Heading:
		c.heading(n)
	case *east.DefinitionTerm:
		c.words(n, DefinedTerm)
	case *east.Table:
		c.table(n)
	case *ast.HTMLBlock:
		c.rawBlock(n)
	case *containerNode:
		c.fence(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.verbatim(n)
	case *ast.List:
		if n.IsOrdered() && n.Start != 1 {
			c.mark("start", strconv.Itoa(n.Start))
		}
		c.blocks(n)
	case *ast.ListItem:
		c.inside(n, Item)
	case *ast.Blockquote:
		outer := c.quoted
		c.quoted = true
		c.inside(n, Quote)
		c.quoted = outer
	default:
		c.blocks(n)
	}
}

// inside walks blocks whose running text is of another kind.
func (c *collector) inside(n ast.Node, kind BlockKind) {
	before := c.kind
	c.kind = kind
	c.blocks(n)
	c.kind = before
}

// verbatim keeps a block of code, with the language it is in.
func (c *collector) verbatim(n ast.Node) {
	language := ""
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		language = string(fenced.Language(c.body)) + " "
	}
	c.doc.Verbatim = append(c.doc.Verbatim, language+string(n.Lines().Value(c.body)))
}

// mark keeps something that changes how words read.
func (c *collector) mark(key, value string) {
	c.doc.Marks = append(c.doc.Marks, key+"="+value)
}

// words collects a block of running text, and what is in it.
func (c *collector) words(n ast.Node, kind BlockKind) string {
	c.inlines(n)
	words, pieces := c.spell(n)
	if words == "" {
		return ""
	}
	b := Block{Kind: kind, Text: words, At: c.place(n.Pos()), Lang: c.lang, Quoted: c.quoted || c.quotes > 0, Pieces: pieces}
	if c.container != nil {
		b.Container = c.container.container
	}
	c.doc.Blocks = append(c.doc.Blocks, b)
	for open := c.container; open != nil; open = open.outer {
		if open.words.Len() > 0 {
			open.words.WriteByte('\n')
		}
		open.words.WriteString(words)
	}
	return words
}

func (c *collector) heading(n *ast.Heading) {
	at := c.place(n.Pos())
	w := c.take(n, listOf(n), false)
	h := Heading{Level: n.Level, ID: w.id, At: at}
	if c.container != nil {
		h.Container = c.container.container
	}
	if w.id == "" {
		c.doc.IDs = append(c.doc.IDs, ID{At: at}) // named when all written ids are known
	}
	c.speaking(w.lang, func() { h.Text = c.words(n, HeadingText) })
	c.page.headings[n] = len(c.doc.Headings)
	c.doc.Headings = append(c.doc.Headings, h)
}

// nameHeadings gives ids to headings without one, after all that were written.
func (c *collector) nameHeadings() {
	for _, id := range c.doc.IDs {
		if id.ID != "" {
			c.namer.taken[id.ID] = true
		}
	}
	for _, n := range c.page.notes {
		for _, id := range n.ids() {
			c.namer.taken[id] = true
		}
	}
	next := 0
	for i := range c.doc.Headings {
		h := &c.doc.Headings[i]
		if h.ID != "" {
			continue
		}
		h.ID = c.namer.unique(slug(h.Text))
		for c.doc.IDs[next].ID != "" {
			next++
		}
		c.doc.IDs[next].ID = h.ID
	}
}

func (c *collector) table(n *east.Table) {
	t := Table{At: c.place(n.Pos())}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*east.TableHeader)
		if !head {
			t.Rows++
		}
		column := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			words := c.words(cell, Cell)
			switch {
			case head:
				t.Header = append(t.Header, words)
			case words != "" && column < len(t.Header):
				c.doc.Blocks[len(c.doc.Blocks)-1].Column = t.Header[column]
			}
			column++
		}
	}
	c.doc.Tables = append(c.doc.Tables, t)
}

// fence collects a container and what is in it.
func (c *collector) fence(n *containerNode) {
	n.container.At, n.container.DataAt = c.place(n.Pos()), c.dataAt(n.Pos())
	w := c.takeContainer(n)
	if c.container != nil {
		n.container.Parent = c.container.container
		n.items = n.items || c.container.items
		n.level = c.container.level + 1
		if n.level > maxNested {
			panic(stopped{n.Pos(), "containers are nested more deeply here than Handrail can read"})
		}
	}
	c.doc.Containers = append(c.doc.Containers, n.container)
	c.fences = append(c.fences, n)
	kind := c.kind
	n.outer, c.container, c.kind = c.container, n, Paragraph
	c.speaking(w.lang, func() { c.blocks(n) })
	c.container, c.kind = n.outer, kind
	n.container.Title = n.container.Attributes["title"]
	if first, ok := n.FirstChild().(*ast.Paragraph); ok && n.container.Title == "" && slices.Contains(titled, n.container.Name) {
		n.title = first
		n.container.Title = c.plain(first)
	}
}

// parts divides a container at its own headings of the highest level.
func (c *collector) parts(n *containerNode) {
	n.partLevel = 7
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		if h, ok := b.(*ast.Heading); ok {
			n.partLevel = min(n.partLevel, h.Level)
		}
	}
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		if h, ok := b.(*ast.Heading); ok && h.Level == n.partLevel {
			known := c.doc.Headings[c.page.headings[h]]
			n.container.Parts = append(n.container.Parts, Part{known.Text, known.ID, known.At, c.dataAt(h.Pos())})
		}
	}
}

// speaking runs f in the language of a passage, if it has one of its own.
func (c *collector) speaking(tag string, f func()) {
	before := c.lang
	if tag != "" {
		c.lang = tag
	}
	f()
	c.lang = before
}
