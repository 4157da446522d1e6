package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

var (
	kindSpan       = ast.NewNodeKind("Span")
	kindAttributes = ast.NewNodeKind("Attributes")
)

// A span is [some words]{lang=es}: brackets that are no link, with attributes.
type span struct{ ast.BaseInline }

func (n *span) Kind() ast.NodeKind            { return kindSpan }
func (n *span) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// An attributesNode stands for an attribute list until the tree is settled: it
// belongs to the piece before it, or is ordinary text.
type attributesNode struct {
	ast.BaseInline
	list    []attribute
	segment gtext.Segment
}

func (n *attributesNode) Kind() ast.NodeKind            { return kindAttributes }
func (n *attributesNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// An attributesParser reads the list after a link, a picture, code or emphasis.
type attributesParser struct{ *reading }

func (p attributesParser) Trigger() []byte { return []byte{'{'} }

func (p attributesParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	if !bytes.ContainsRune([]byte(")]`*_~>"), block.PrecendingCharacter()) {
		return nil
	}
	line, segment := block.PeekLine()
	list, length, wrong := p.attributes(line, segment.Start)
	if wrong != nil || len(list) == 0 {
		p.slipped(line, wrong)
		return nil
	}
	p.piece(segment.Start)
	block.Advance(length)
	return &attributesNode{list: list, segment: segment.WithStop(segment.Start + length)}
}

// slipped tells what is wrong with a list, if a list was meant.
func (r *reading) slipped(line []byte, wrong *slip) {
	if wrong != nil && meant(line) {
		r.problem(wrong.at, "markdown/attributes", wrong.message, wrong.fix)
	}
}

// setList keeps an attribute list with its node until the tree is settled.
func setList(n ast.Node, list []attribute) { n.SetAttributeString("list", list) }

func listOf(n ast.Node) []attribute {
	if value, ok := n.AttributeString("list"); ok {
		return value.([]attribute)
	}
	return nil
}

// A linkParser is goldmark's, counting what it costs, and making spans of
// brackets that turn out to be no link.
type linkParser struct {
	*reading
	inner parser.InlineParser
	open  []opener // brackets not yet closed in this block, as the inner parser has them
}

// An opener is an opening bracket.
type opener struct {
	at     int               // of the bracket itself
	bottom *parser.Delimiter // the last * _ ~ before it
}

func (p *linkParser) Trigger() []byte { return p.inner.Trigger() }

func (p *linkParser) CloseBlock(parent ast.Node, block gtext.Reader, pc parser.Context) {
	p.open = p.open[:0]
	p.inner.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

func (p *linkParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	switch {
	case bytes.HasPrefix(line, []byte("![")):
		p.piece(segment.Start)
		p.open = append(p.open, opener{segment.Start + 1, pc.LastDelimiter()})
		return p.inner.Parse(parent, block, pc)
	case line[0] == '[':
		p.piece(segment.Start)
		p.open = append(p.open, opener{segment.Start, pc.LastDelimiter()})
		return p.inner.Parse(parent, block, pc)
	case line[0] != ']' || len(p.open) == 0:
		return nil
	}
	last := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	p.scan(segment.Start-last.at+reach(line[1:]), segment.Start)
	p.step(parent.Lines().Len(), segment.Start)
	if pc.LastDelimiter() != nil {
		p.step(parent.ChildCount(), segment.Start)
	}
	row, position := block.Position()
	node := p.inner.Parse(parent, block, pc)
	if node != nil {
		p.repeats(node)
		return node
	}
	block.SetPosition(row, position)
	list, length, wrong := p.attributes(line[1:], segment.Start+1)
	if wrong != nil || length == 0 || !meant(line[1:]) {
		return nil // the parser of attributes comes next, and says what is wrong
	}
	if node := p.span(parent, pc, last); node != nil {
		setList(node, list)
		block.Advance(1 + length)
		return node
	}
	return nil
}

// reach is how far the destination after a closing bracket is looked for.
func reach(line []byte) int {
	if len(line) == 0 || line[0] != '(' {
		return 0
	}
	depth := 0
	for i, c := range line {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 || c == ' ' {
			return i
		}
	}
	return len(line)
}

// repeats counts what a reference writes again.
func (p *linkParser) repeats(node ast.Node) {
	switch n := node.(type) {
	case *ast.Link:
		if n.Reference != nil {
			p.echo(len(n.Destination)+len(n.Title), n.Pos())
		}
	case *ast.Image:
		if n.Reference != nil {
			p.echo(len(n.Destination)+len(n.Title), n.Pos())
		}
	}
}

// span moves all that follows an opening bracket into a span.
func (p *linkParser) span(parent ast.Node, pc parser.Context, from opener) ast.Node {
	var bottom ast.Node
	if from.bottom != nil {
		bottom = from.bottom
	}
	parser.ProcessDelimiters(bottom, pc)
	p.step(parent.ChildCount(), from.at)
	bracket := parent.LastChild()
	for ; bracket != nil; bracket = bracket.PreviousSibling() {
		if t, ok := bracket.(*ast.Text); ok && t.Segment.Start <= from.at && from.at < t.Segment.Stop {
			break
		}
	}
	if bracket == nil {
		return nil
	}
	n := &span{}
	n.SetPos(from.at)
	for c := bracket.NextSibling(); c != nil; {
		next := c.NextSibling()
		n.AppendChild(n, c)
		c = next
	}
	cut(parent, n, bracket.(*ast.Text), from.at)
	return n
}

// cut divides the text that holds the bracket: what is before it stays.
func cut(parent ast.Node, n *span, t *ast.Text, at int) {
	inside := ast.NewTextSegment(gtext.NewSegment(at+1, t.Segment.Stop))
	inside.SetSoftLineBreak(t.SoftLineBreak())
	inside.SetHardLineBreak(t.HardLineBreak())
	if inside.Segment.Len() > 0 || t.SoftLineBreak() || t.HardLineBreak() {
		if first := n.FirstChild(); first != nil {
			n.InsertBefore(n, first, inside)
		} else {
			n.AppendChild(n, inside)
		}
	}
	if t.Segment.Start == at {
		parent.RemoveChild(parent, t)
		return
	}
	t.Segment.Stop = at
	t.SetSoftLineBreak(false)
	t.SetHardLineBreak(false)
}
