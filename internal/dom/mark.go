package dom

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A mark is either the first attribute of a start tag, ` \xff="123"`, or a
// comment right after it, `<!--\xff123-->`. Formatting elements need the
// second kind: the rules about unclosed ones compare their attributes (Noah's
// Ark clause, HTML 13.2.4.3), so an attribute of ours would change the tree.

// marks are put into a page before it is parsed.
type marks struct {
	out  []byte // the page with marks in it
	name string // occurs nowhere in the page itself
}

// mark writes a mark for each start tag of data[from:to].
//
// Where the scan misjudged something, a mark may end up inside text or a value;
// clean takes it out there.
func mark(data []byte, from, to int, starts []start, name string) *marks {
	m := &marks{name: name, out: make([]byte, 0, (to-from)+(to-from)/2+64)}
	copied := from
	for _, s := range starts {
		at := s.nameEnd
		if s.formatting {
			at = s.end
		}
		m.out = append(m.out, data[copied:at]...)
		if s.formatting {
			m.out = append(append(m.out, "<!--"...), name...)
			m.out = strconv.AppendInt(m.out, int64(s.offset), 10)
			m.out = append(m.out, "-->"...)
		} else {
			m.out = append(append(m.out, ' '), name...)
			m.out = append(m.out, '=', '"')
			m.out = strconv.AppendInt(m.out, int64(s.offset), 10)
			m.out = append(m.out, '"')
		}
		copied = at
	}
	m.out = append(m.out, data[copied:to]...)
	return m
}

// freeName returns an attribute name that the page does not hold: the byte FF,
// followed by a number and an "x" in a page that has that byte. UTF-8 never has
// it, and no character reference can stand for it.
func freeName(data []byte) string {
	if bytes.IndexByte(data, 0xff) < 0 {
		return "\xff"
	}
	taken := map[int]bool{}
	for i := 0; i < len(data); i++ {
		if data[i] != 0xff {
			continue
		}
		n := 0
		for i+1 < len(data) && '0' <= data[i+1] && data[i+1] <= '9' && n < 1<<30 {
			i++
			n = n*10 + int(data[i]-'0')
		}
		taken[n] = true
	}
	n := 0
	for taken[n] {
		n++
	}
	return "\xff" + strconv.Itoa(n) + "x"
}

// offset returns where a node was written, and false where it was not.
func (m *marks) offset(n *html.Node) (int, bool) {
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == m.name {
			return atoi(a.Val)
		}
	}
	if c := n.FirstChild; c != nil && c.Type == html.CommentNode && lookUp([]byte(n.Data)).formatting {
		return m.ofComment(c)
	}
	return 0, false
}

// ofComment returns the offset that a mark in the form of a comment holds.
func (m *marks) ofComment(n *html.Node) (int, bool) {
	if n.Type != html.CommentNode {
		return 0, false
	}
	digits, is := strings.CutPrefix(n.Data, m.name)
	if !is {
		return 0, false
	}
	return atoi(digits)
}

func atoi(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// clean takes marks out of text that the scan took for tags. What is left is
// the text as it was written.
func (m *marks) clean(s string) string {
	if strings.IndexByte(s, 0xff) < 0 || !strings.Contains(s, m.name) {
		return s
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, m.name)
		if !found {
			b.WriteString(before)
			return b.String()
		}
		open, end := " ", `"`
		if strings.HasSuffix(before, "<!--") {
			open, end = "<!--", "-->"
		} else {
			after = strings.TrimPrefix(after, `="`)
		}
		b.WriteString(strings.TrimSuffix(before, open))
		s = strings.TrimPrefix(strings.TrimLeft(after, "0123456789"), end)
	}
}
