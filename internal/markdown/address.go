package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// An addressParser finds bare addresses in running text, and says where they
// begin: goldmark takes them to begin at the space before.
// https://github.github.com/gfm/#autolinks-extension-
type addressParser struct {
	parser.InlineParser
	*reading
}

func (p addressParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	at := segment.Start
	if bytes.IndexByte([]byte(" *_~("), line[0]) >= 0 {
		at++
	}
	node := p.InlineParser.Parse(parent, block, pc)
	if node != nil {
		p.piece(at)
		node.SetPos(at)
	}
	return node
}
