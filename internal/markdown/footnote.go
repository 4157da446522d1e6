package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var kindFootnoteLink = ast.NewNodeKind("NoteLink")

// A note is a footnote. Those that nothing refers to come last and have no
// way back, since words that a person wrote are never lost in silence.
type note struct {
	node   ast.Node // its blocks are the children
	number int      // 0 until it is met
	uses   int      // how many links lead to it
}

// footnotes are those of one page.
type footnotes struct {
	byLabel map[string]*note
	all     []*note // in the order they are written
}

// A noteLink is a reference to a footnote, [^label].
type noteLink struct {
	ast.BaseInline
	note *note
	use  int // the first link to a note is 1
}

func (n *noteLink) Kind() ast.NodeKind            { return kindFootnoteLink }
func (n *noteLink) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A footnoteBlock reads footnotes with goldmark's parser, but keeps them where
// they are until the page is read: goldmark's own list loses a footnote that is
// written inside another one.
type footnoteBlock struct {
	parser.BlockParser
	*reading
}

func (p footnoteBlock) Open(parent ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	label, ok := footnoteLabel(line[max(0, pc.BlockOffset()):])
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node == nil {
		return nil, state
	}
	n := &note{node: node}
	p.footnotes.all = append(p.footnotes.all, n)
	if _, taken := p.footnotes.byLabel[label]; ok && !taken {
		p.footnotes.byLabel[label] = n
	}
	return node, state
}

func (p footnoteBlock) Close(ast.Node, gtext.Reader, parser.Context) {}

// footnoteLabel reads [^label] at the start of line.
func footnoteLabel(line []byte) (label string, ok bool) {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return "", false
	}
	end := bytes.IndexAny(line[2:min(len(line), 1000)], "[]\n")
	if end <= 0 || line[2+end] != ']' {
		return "", false
	}
	return util.ToLinkReference(line[2 : 2+end]), true
}

// A footnoteParser reads references to footnotes.
type footnoteParser struct{ *reading }

func (p footnoteParser) Trigger() []byte { return []byte{'!', '['} }

func (p footnoteParser) Parse(parent ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	mark := 0
	if line[0] == '!' { // "So there![^1]" is no picture
		mark = 1
	}
	label, ok := footnoteLabel(line[mark:])
	n := p.footnotes.byLabel[label]
	if !ok || n == nil {
		return nil
	}
	p.piece(segment.Start)
	p.noted(segment.Start)
	if mark > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	block.Advance(mark + bytes.IndexByte(line[mark:], ']') + 1)
	link := &noteLink{note: n}
	link.SetPos(segment.Start + mark)
	return link
}

// ids are the ids that a footnote and the links to it have.
func (n *note) ids() []string {
	ids := []string{n.id()}
	for use := 1; use <= n.uses; use++ {
		ids = append(ids, n.backID(use))
	}
	return ids
}

func (n *note) id() string { return "fn-" + strconv.Itoa(n.number) }

func (n *note) backID(use int) string {
	id := "fnref-" + strconv.Itoa(n.number)
	if use > 1 {
		id += "-" + strconv.Itoa(use)
	}
	return id
}
