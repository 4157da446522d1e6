package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// decode resolves backslash escapes and character references, in one pass: an
// escaped ampersand begins no reference.
// https://spec.commonmark.org/0.31.2/#backslash-escapes
// https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
func decode(b, text []byte) []byte {
	from := 0 // what is not yet written
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]):
			b = append(b, text[from:i]...)
			from = i + 1
			i += 2
		case c == '&':
			meaning, length := reference(text[i:])
			if length == 0 {
				i++
				continue
			}
			b = append(append(b, text[from:i]...), meaning...)
			i += length
			from = i
		default:
			i++
		}
	}
	return append(b, text[from:]...)
}

// reference reads a character reference at the start of text; its length is
// zero where there is none.
func reference(text []byte) (meaning string, length int) {
	const longest = 33 // &CounterClockwiseContourIntegral;
	end := strings.IndexByte(string(text[:min(len(text), longest)]), ';')
	if end < 2 {
		return "", 0
	}
	name := string(text[1:end])
	if name[0] != '#' {
		if entity, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(entity.Characters), end + 1
		}
		return "", 0
	}
	digits, base, most := name[1:], 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return "\ufffd", end + 1
	}
	return string(rune(n)), end + 1
}

func decoded(text []byte) string { return string(decode(nil, text)) }

// plain returns the words of a node's inline pieces: entities resolved, markup
// gone, line ends as spaces, pictures as their alternative.
func (t *text) plain(n ast.Node) string {
	return strings.Join(strings.Fields(string(t.appendPlain(nil, n))), " ")
}

func (t *text) appendPlain(b []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.IsRaw() {
				b = append(b, c.Segment.Value(t.body)...)
			} else {
				b = decode(b, c.Segment.Value(t.body))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				b = append(b, ' ')
			}
		case *ast.String:
			b = append(b, c.Value...)
		case *ast.CodeSpan:
			b = append(b, t.code(c)...)
		case *ast.AutoLink:
			b = append(b, c.Label(t.body)...)
		case *ast.RawHTML, *noteLink, *east.TaskCheckBox:
		default:
			b = t.appendPlain(b, c)
		}
	}
	return b
}

// code returns what a code span holds. In a table cell an escaped pipe is a
// pipe, even in code. https://github.github.com/gfm/#example-200
func (t *text) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if text, ok := c.(*ast.Text); ok {
			b.Write(text.Segment.Value(t.body))
		}
	}
	code := strings.ReplaceAll(b.String(), "\n", " ")
	if strings.Contains(code, `\|`) && inCell(n) {
		code = strings.ReplaceAll(code, `\|`, "|")
	}
	return code
}

func inCell(n ast.Node) bool {
	for p := n.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		n = p
	}
	_, ok := n.Parent().(*east.TableCell)
	return ok
}
