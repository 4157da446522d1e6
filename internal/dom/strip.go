package dom

import "bytes"

// The attributes that say where a part of a page was written: in a file of
// content, or in a layout.
const (
	contentAttribute = "data-at"
	LayoutAttribute  = "data-hr-layout"
)

// StripAt returns a copy of a page without the attributes that say where its
// parts were written. The input is left alone.
//
// Handrail writes them as ` data-at="…"` and ` data-hr-layout="…"`, always
// after a space and always in double quotes, and escapes quotes in text and
// values: these bytes mean nothing else.
func StripAt(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for {
		at := bytes.Index(data, []byte(" data-"))
		if at < 0 {
			return append(out, data...)
		}
		length := ofPlace(data[at:])
		if length == 0 {
			out = append(out, data[:at+1]...)
			data = data[at+1:]
			continue
		}
		out = append(out, data[:at]...)
		data = data[at+length:]
	}
}

// ofPlace is the length of the attribute, and the space before it, that data
// begins with, if it is one of ours; else 0.
func ofPlace(data []byte) int {
	for _, name := range []string{contentAttribute, LayoutAttribute} {
		if value, is := bytes.CutPrefix(data[1:], []byte(name+`="`)); is {
			if end := bytes.IndexByte(value, '"'); end >= 0 {
				return len(data) - len(value) + end + 1
			}
		}
	}
	return 0
}
