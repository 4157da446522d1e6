package dom

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// Most pages have their elements in the order of their start tags, one for each:
// nothing was moved, copied or dropped. Then the tags can be told to the elements
// one after the other, and no marks are needed, which cost as much as parsing.
// What the parser moves comes before a table that was written before it, and what
// it copies or drops changes the number, so such pages are never taken for others.

// align returns for each element, in document order, the offset of its start tag,
// or -1 for one that nobody wrote. It is not ok where they do not match.
func align(top *html.Node, data []byte, starts []start) (offsets []int, ok bool) {
	offsets = make([]int, 0, len(starts)+4)
	for n := top; n != nil; n = following(n) {
		switch {
		case n.Type != html.ElementNode:
		case len(starts) > 0 && sameName(n.Data, starts[0].name(data)):
			offsets = append(offsets, starts[0].offset)
			starts = starts[1:]
		case mayBeImplied(n):
			offsets = append(offsets, -1)
		default:
			return nil, false
		}
	}
	return offsets, len(starts) == 0
}

func sameName(name string, written []byte) bool {
	return string(written) == name || len(written) == len(name) && strings.EqualFold(string(written), name) && isASCII(written)
}

func isASCII(name []byte) bool {
	return !bytes.ContainsFunc(name, func(r rune) bool { return r > 0x7f })
}

// mayBeImplied says whether the parser makes such elements of itself where one
// belongs, in its right order.
func mayBeImplied(n *html.Node) bool {
	switch n.Data {
	case "html", "head", "body", "tbody", "tr", "colgroup":
		return n.Namespace == ""
	}
	return false
}
