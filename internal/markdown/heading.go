package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// A headingParser takes the attributes off the end of a heading:
// ## Title {#id}
type headingParser struct {
	parser.BlockParser
	*reading
}

func (p headingParser) Close(node ast.Node, reader gtext.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	lines := node.Lines()
	if node.Parent() == nil || lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(last.Value(p.body), " \t\n")
	if !bytes.HasSuffix(line, []byte("}")) {
		return
	}
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || open > 0 && line[open-1] == '\\' {
		return
	}
	at := last.Start + open
	list, length, wrong := p.attributes(line[open:], at)
	if !meant(line[open:]) || wrong == nil && open+length != len(line) {
		return
	}
	if wrong != nil {
		p.problem(wrong.at, "markdown/attributes", wrong.message, wrong.fix)
		return
	}
	last.Stop = last.Start + len(bytes.TrimRight(line[:open], " \t"))
	lines.Set(lines.Len()-1, last)
	if n := lines.Len(); last.Len() == 0 && n > 1 {
		before := lines.At(n - 2)
		lines.SetSliced(0, n-1)
		lines.Set(n-2, before.TrimRightSpace(p.body))
	}
	setList(node, list)
}

// slug makes an id of a heading's words, as GitHub does: lower case, letters
// and digits of any language kept, spaces as hyphens.
func slug(words string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(words)) {
		switch {
		case unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) || r == '-' || r == '_':
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte('-')
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// A namer gives out ids that no one else on the page has.
type namer struct {
	taken map[string]bool
	last  map[string]int // the last number added to a name
}

func (n *namer) unique(name string) string {
	id := name
	for n.taken[id] {
		n.last[name]++
		id = name + "-" + strconv.Itoa(n.last[name])
	}
	n.taken[id] = true
	return id
}
