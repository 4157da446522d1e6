package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"

	"handrail/internal/fields"
)

// knownContainers are the containers that themes know how to show.
var knownContainers = []string{
	"prompt", "recommendation", "harm", "note", "pause", "views-differ",
	"case-study", "pull-quote", "checklist", "conversation", ownWords, elsewhere,
}

// ownWords is the container, and the class of a span, that holds what a person
// said of themselves.
const ownWords = "own-words"

// titled are the containers whose first paragraph is their title.
var titled = []string{"prompt", "recommendation"}

var kindContainer = ast.NewNodeKind("Container")

// A containerNode is a fenced container in the tree.
type containerNode struct {
	ast.BaseBlock
	container  *Container
	attributes []attribute
	fence      int // how many colons opened it
	closed     bool
	outer      *containerNode
	level      int             // containers around it
	words      strings.Builder // all its running text
	items      bool            // the items of its lists are boxes to tick
	title      ast.Node        // the paragraph that is its title, if one is
	partLevel  int             // the level of the headings that begin its parts
}

func (n *containerNode) Kind() ast.NodeKind            { return kindContainer }
func (n *containerNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A containerParser reads containers: three or more colons and a name, then
// blocks, then a line of colons alone. A closing line ends the innermost
// container opened with exactly as many colons, or else the innermost one
// opened with fewer.
type containerParser struct{ *reading }

func (p containerParser) Trigger() []byte             { return []byte{':'} }
func (p containerParser) CanInterruptParagraph() bool { return true }
func (p containerParser) CanAcceptIndentedLine() bool { return false }

func (p containerParser) Open(_ ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	begin := max(0, pc.BlockOffset())
	at := segment.Start - segment.Padding + begin
	line = line[begin:]
	colons := leading(line, ':')
	if colons < 3 {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimLeft(line[colons:], " \t")
	if len(bytes.TrimSpace(rest)) == 0 {
		p.problem(at, "markdown/unclosed-container", "this "+string(line[:colons])+" closes nothing",
			"Take it out, or give the container above a name, for example :::note.")
		return nil, parser.NoChildren
	}
	name, rest := containerName(rest)
	if name == "" {
		return nil, parser.NoChildren
	}
	p.enter(pc, at)
	n := &containerNode{fence: colons, items: name == "checklist", container: &Container{Name: name}}
	if !slices.Contains(knownContainers, name) {
		fix := "Known ones are " + strings.Join(knownContainers, ", ") + "."
		if near := fields.Nearest(name, knownContainers); near != "" {
			fix = "Did you mean :::" + near + "?"
		}
		p.problem(at, "markdown/unknown-container", "there is no container called `"+shortened(name)+"`", fix)
	}
	n.attributes = p.containerAttributes(rest, at+len(line)-len(rest))
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// containerName splits the name from what follows the colons.
func containerName(rest []byte) (name string, after []byte) {
	end := 0
	for end < len(rest) && (rest[end]|0x20 >= 'a' && rest[end]|0x20 <= 'z' || end > 0 && (rest[end] == '-' || rest[end] == '_')) {
		end++
	}
	return strings.ToLower(string(rest[:end])), rest[end:]
}

// containerAttributes reads what follows the name.
func (r *reading) containerAttributes(rest []byte, at int) []attribute {
	trimmed := bytes.TrimLeft(rest, " \t")
	at += len(rest) - len(trimmed)
	if len(bytes.TrimSpace(trimmed)) == 0 {
		return nil
	}
	if trimmed[0] != '{' {
		r.problem(at, "markdown/attributes", "only attributes in braces may follow a container's name",
			`Write the text on the next line, or as a title: {title="…"}.`)
		return nil
	}
	list, length, wrong := r.attributes(trimmed, at)
	if wrong == nil && len(bytes.TrimSpace(trimmed[length:])) > 0 {
		wrong = &slip{at + length, "there is something after the closing }", "Move it to the next line."}
	}
	if wrong != nil {
		r.problem(wrong.at, "markdown/attributes", wrong.message, wrong.fix)
	}
	return list
}

func (p containerParser) Continue(node ast.Node, reader gtext.Reader, pc parser.Context) parser.State {
	n := node.(*containerNode)
	line, segment := reader.PeekLine()
	p.step(1, segment.Start)
	colons, indent := closingFence(line)
	if colons == 0 || p.closes(pc, n, colons, indent) != n {
		return parser.Continue | parser.HasChildren
	}
	n.closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

// closingFence counts the colons of a line that holds nothing else, and the
// spaces before them.
func closingFence(line []byte) (colons, indent int) {
	indent = leading(line, ' ')
	colons = leading(line[indent:], ':')
	if colons < 3 || indent > 3 || len(bytes.TrimSpace(line[indent+colons:])) > 0 {
		return 0, 0
	}
	return colons, indent
}

// closes returns the container that a closing line ends, of n and those open
// inside it that the line can reach; nil where it is part of a code block.
func (p containerParser) closes(pc parser.Context, n *containerNode, colons, indent int) *containerNode {
	open := pc.OpenedBlocks()
	first := slices.IndexFunc(open, func(b parser.Block) bool { return b.Node == ast.Node(n) })
	p.step(len(open)-max(first, 0), n.Pos())
	var exact, shorter *containerNode
	for _, b := range open[max(first, 0):] {
		switch inner := b.Node.(type) {
		case *containerNode:
			if inner.fence == colons {
				exact = inner
			} else if inner.fence < colons {
				shorter = inner
			}
		case *ast.ListItem:
			if indent < inner.Offset {
				return either(exact, shorter)
			}
			indent -= inner.Offset
		case *ast.FencedCodeBlock:
			return nil
		case *ast.HTMLBlock:
			if inner.HTMLBlockType <= ast.HTMLBlockType5 {
				return nil
			}
		case *ast.List, *ast.Paragraph:
		default: // a quote, a footnote or a definition, which this line is not in
			return either(exact, shorter)
		}
	}
	return either(exact, shorter)
}

func either(exact, shorter *containerNode) *containerNode {
	if exact != nil {
		return exact
	}
	return shorter
}

func (p containerParser) Close(node ast.Node, _ gtext.Reader, _ parser.Context) {
	n := node.(*containerNode)
	if !n.closed {
		p.problem(n.Pos(), "markdown/unclosed-container", "this "+n.container.Name+" is never closed",
			"Write ::: on a line of its own where it ends.")
	}
}

func leading(line []byte, c byte) int {
	n := 0
	for n < len(line) && line[n] == c {
		n++
	}
	return n
}

// shortened keeps what a message quotes from filling the screen.
func shortened(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
