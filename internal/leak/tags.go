package leak

import (
	"bytes"
	"strings"
)

// withoutTags reads a text as a person sees it, without the tags in it. A tag
// within a line joins what stands on its two sides, every other tag parts it.
func withoutTags(in *stream) *stream {
	last := bytes.LastIndexByte(in.data, '>')
	size := len(in.data)
	return decoded(in, "<", func(data []byte) ([]byte, int) {
		at := size - len(data)
		if at > last || len(data) < 2 {
			return nil, 0 // never closed
		}
		name := data[1:]
		if name[0] == '/' {
			name = name[1:]
		}
		n := 0
		for n < len(name) && n < 16 && alphanumeric(name[n]) {
			n++
		}
		if n == 0 && data[1] != '!' && data[1] != '?' {
			return nil, 0
		}
		end := bytes.IndexByte(data, '>') + 1
		if inline[strings.ToLower(string(name[:n]))] {
			return nil, end
		}
		return []byte(" "), end
	})
}

// inline holds the elements that stand within a line of text, comments (no
// name) among them.
var inline = map[string]bool{
	"": true, "a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true,
	"del": true, "dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "mark": true, "q": true,
	"s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true,
	"u": true, "var": true, "wbr": true,
}
