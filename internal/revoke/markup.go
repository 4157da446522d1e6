package revoke

import (
	"bytes"
	"html"
	"strings"
)

// A node is an element of a finished file, by where it stands in the bytes. The
// tree is only good enough to find what to cut: every cut is looked at again.
type node struct {
	name     string
	from, to int // of the element
	inner    int // after its start tag
	innerEnd int // before its end tag
	values   []string
	parent   *node
	children []*node
}

// voids are the elements of HTML that have no end tag.
var voids = set("area base br col embed hr img input link meta param source track wbr")

// raw are the elements whose inside is no markup.
var raw = set("script style textarea title")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// parse reads HTML or XML into a tree. It never fails.
func parse(data []byte, xml bool) *node {
	root := &node{to: len(data), innerEnd: len(data)}
	at := root
	for pos := 0; pos < len(data); {
		i := bytes.IndexByte(data[pos:], '<')
		if i < 0 {
			break
		}
		from := pos + i
		switch {
		case bytes.HasPrefix(data[from:], []byte("<!--")):
			pos = past(data, from, "-->")
		case bytes.HasPrefix(data[from:], []byte("<![CDATA[")):
			pos = past(data, from, "]]>")
		case from+1 < len(data) && (data[from+1] == '!' || data[from+1] == '?'):
			pos = past(data, from, ">")
		case from+2 < len(data) && data[from+1] == '/':
			pos = past(data, from, ">")
			at = at.end(nameAt(data, from+2), from, pos)
		case from+1 < len(data) && letter(data[from+1]):
			n, closed := tag(data, from)
			pos = n.inner
			if implied[n.name] && at.name == n.name {
				at = at.end(at.name, from, from)
			}
			n.parent = at
			at.children = append(at.children, n)
			switch {
			case closed || !xml && voids[n.name]:
				n.innerEnd, n.to = n.inner, n.inner
			case !xml && raw[n.name]:
				end := bytes.Index(bytes.ToLower(data[pos:]), []byte("</"+n.name))
				if end < 0 {
					end = len(data) - pos
				}
				n.innerEnd = pos + end
				pos = past(data, n.innerEnd, ">")
				n.to = pos
			default:
				n.innerEnd, n.to = len(data), len(data)
				at = n
			}
		default:
			pos = from + 1
		}
	}
	return root
}

// implied are elements that end where the next one of their kind begins.
var implied = set("li p tr td th option")

// end closes the nearest open element of a name, and returns what is open then.
func (n *node) end(name string, from, to int) *node {
	for open := n; open.parent != nil; open = open.parent {
		if open.name != name {
			continue
		}
		for inside := n; inside != open; inside = inside.parent {
			inside.innerEnd, inside.to = from, from
		}
		open.innerEnd, open.to = from, to
		return open.parent
	}
	return n
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func past(data []byte, from int, end string) int {
	if i := bytes.Index(data[from:], []byte(end)); i >= 0 {
		return from + i + len(end)
	}
	return len(data)
}

func nameAt(data []byte, from int) string {
	to := from
	for to < len(data) && !bytes.ContainsRune([]byte(" \t\r\n\f/>"), rune(data[to])) {
		to++
	}
	return strings.ToLower(string(data[from:to]))
}

// tag reads a start tag and the values of its attributes.
func tag(data []byte, from int) (n *node, closed bool) {
	n = &node{name: nameAt(data, from+1), from: from}
	pos := from + 1 + len(n.name)
	for pos < len(data) && data[pos] != '>' {
		if data[pos] != '=' {
			closed = data[pos] == '/'
			pos++
			continue
		}
		for pos++; pos < len(data) && bytes.IndexByte([]byte(" \t\r\n"), data[pos]) >= 0; pos++ {
		}
		if pos >= len(data) {
			break
		}
		end, skip := 0, 0
		if q := data[pos]; q == '"' || q == '\'' {
			pos++
			end, skip = bytes.IndexByte(data[pos:], q), 1
		} else {
			end = bytes.IndexAny(data[pos:], " \t\r\n>")
		}
		if end < 0 {
			end, skip = len(data)-pos, 0
		}
		n.values = append(n.values, html.UnescapeString(string(data[pos:pos+end])))
		pos += end + skip
		closed = false
	}
	n.inner = min(pos+1, len(data))
	return n, closed
}
