package theme

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"handrail/internal/dom"
	"handrail/internal/source"
)

// mark writes into each start tag of a layout where it stands, so that a finding
// about what the layout made can point there. dom takes the attribute out of
// finished pages. It holds no line end, so what is said about the lines of the
// template stays right.
func mark(f *source.File) string {
	data := f.Data
	var out strings.Builder
	copied := 0
	raw := "" // the element whose text holds no tags, while inside one
	for i := 0; i < len(data); {
		rest := data[i:]
		switch {
		case bytes.HasPrefix(rest, []byte("{{")):
			i = actionEnd(data, i)
		case raw != "":
			if rest[0] == '<' && len(rest) > 2+len(raw) && rest[1] == '/' && strings.EqualFold(string(rest[2:2+len(raw)]), raw) {
				raw = ""
			}
			i++
		case bytes.HasPrefix(rest, []byte("<!--")):
			end := bytes.Index(rest, []byte("-->"))
			if end < 0 {
				end = len(rest)
			}
			i += end
		case rest[0] == '<' && len(rest) > 1 && letter(rest[1]):
			end := tagEnd(data, i)
			if end == len(data) {
				i = end
				break
			}
			at := end
			if data[end-1] == '/' {
				at--
			}
			out.Write(data[copied:at])
			out.WriteString(" " + dom.LayoutAttribute + `="` + f.Path + ":" + strconv.Itoa(i) + `"`)
			copied = at
			if name := tagName(rest); slices.Contains(rawElements, name) {
				raw = name
			}
			i = end
		default:
			i++
		}
	}
	out.Write(data[copied:])
	return out.String()
}

// rawElements hold text in which nothing is a tag (HTML 13.1.2).
var rawElements = []string{"script", "style", "textarea", "title"}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// tagName is the name after a "<", in lower case.
func tagName(tag []byte) string {
	end := 1
	for end < len(tag) && (letter(tag[end]) || tag[end] >= '0' && tag[end] <= '9' || tag[end] == '-') {
		end++
	}
	return strings.ToLower(string(tag[1:end]))
}

// tagEnd is the offset of the ">" of the start tag at i, or the end of data. What
// stands in quotes or in actions is passed over.
func tagEnd(data []byte, i int) int {
	quote := byte(0)
	for i < len(data) {
		switch b := data[i]; {
		case bytes.HasPrefix(data[i:], []byte("{{")):
			i = actionEnd(data, i)
			continue
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i
		}
		i++
	}
	return i
}

// actionEnd is the offset after the template action at i.
func actionEnd(data []byte, i int) int {
	i += 2
	if comment := bytes.TrimLeft(bytes.TrimPrefix(data[i:], []byte("-")), " \t\r\n"); bytes.HasPrefix(comment, []byte("/*")) {
		end := bytes.Index(comment, []byte("*/"))
		if end < 0 {
			return len(data)
		}
		i = len(data) - len(comment) + end
	}
	quote := byte(0)
	for ; i < len(data); i++ {
		switch b := data[i]; {
		case quote != 0:
			if b == '\\' && quote != '`' {
				i++
			} else if b == quote {
				quote = 0
			}
		case b == '"' || b == '`' || b == '\'':
			quote = b
		case bytes.HasPrefix(data[i:], []byte("}}")):
			return i + 2
		}
	}
	return len(data)
}
