package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// enter counts a block that holds others.
func (r *reading) enter(pc parser.Context, at int) {
	r.piece(at)
	if len(pc.OpenedBlocks()) > maxDepth {
		panic(tooDeep(at))
	}
}

// A blockMeter counts the blocks that hold others, and the visits to them for
// every line.
type blockMeter struct {
	parser.BlockParser
	*reading
}

func (m blockMeter) Open(parent ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, segment := reader.PeekLine()
	node, state := m.BlockParser.Open(parent, reader, pc)
	if node != nil {
		m.enter(pc, segment.Start)
	}
	return node, state
}

func (m blockMeter) Continue(node ast.Node, reader gtext.Reader, pc parser.Context) parser.State {
	_, segment := reader.PeekLine()
	m.step(3, segment.Start) // and goldmark keeps a record of each
	return m.BlockParser.Continue(node, reader, pc)
}

// An inlineMeter counts the pieces that a parser finds.
type inlineMeter struct {
	parser.InlineParser
	*reading
}

func (m inlineMeter) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	_, segment := block.PeekLine()
	node := m.InlineParser.Parse(parent, block, pc)
	if node != nil {
		m.piece(segment.Start)
	}
	return node
}

// A markMeter counts the marks * _ ~ of a block: each may be compared with all
// that came before it in the same block.
type markMeter struct {
	*reading
	block ast.Node
	count int
}

type markParser struct {
	parser.InlineParser
	*markMeter
}

func (m *markMeter) of(p parser.InlineParser) parser.InlineParser { return markParser{p, m} }

func (m markParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '~' && block.PrecendingCharacter() == '~' {
		return nil // the run was looked at from its beginning
	}
	node := m.InlineParser.Parse(parent, block, pc)
	if node == nil {
		return nil
	}
	if m.block != parent {
		m.block, m.count = parent, 0
	}
	m.count++
	m.piece(segment.Start)
	m.step(m.count, segment.Start)
	return node
}

// A codeSpanParser counts the searches for backticks that are never closed.
type codeSpanParser struct {
	parser.InlineParser
	*reading
}

func (p codeSpanParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	_, segment := block.PeekLine()
	node := p.InlineParser.Parse(parent, block, pc)
	p.piece(segment.Start)
	if _, closed := node.(*ast.CodeSpan); !closed {
		lines := parent.Lines()
		p.scan(lines.At(lines.Len()-1).Stop-segment.Start, segment.Start)
		p.step(lines.Len(), segment.Start)
	}
	return node
}

// A referenceMeter counts the definitions [label]: address of a paragraph:
// goldmark moves all lines that follow for each of them.
type referenceMeter struct {
	parser.ParagraphTransformer
	*reading
}

func (m referenceMeter) Transform(node *ast.Paragraph, reader gtext.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		if value := bytes.TrimLeft(segment.Value(m.body), " "); len(value) > 0 && value[0] == '[' {
			m.piece(segment.Start)
			m.step(lines.Len()/16, segment.Start)
		} else if i == 0 {
			return // definitions come first
		}
	}
	m.ParagraphTransformer.Transform(node, reader, pc)
}

// A tableMeter refuses tables whose rows would be filled up with far more
// cells than were written.
type tableMeter struct {
	parser.ParagraphTransformer
	*reading
}

func (m tableMeter) Transform(node *ast.Paragraph, reader gtext.Reader, pc parser.Context) {
	lines := node.Lines()
	columns, written, filled := 0, 0, 0
	for i := range lines.Len() {
		segment := lines.At(i)
		line := segment.Value(m.body)
		cells := bytes.Count(line, []byte{'|'})
		if columns == 0 {
			if i > 0 && delimiterRow(line) {
				columns = cells + 1
				m.piece(segment.Start)
			}
			continue
		}
		for range columns {
			m.piece(segment.Start)
		}
		written += len(line)
		filled += max(0, columns-cells-1)
		if filled > 200+written {
			panic(stopped{segment.Start, "most cells of this table are missing: its rows have far fewer than its head"})
		}
	}
	m.ParagraphTransformer.Transform(node, reader, pc)
}

// delimiterRow tells the line under a table's head.
// https://github.github.com/gfm/#delimiter-row
func delimiterRow(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, " \t\n|:-")) == 0
}
