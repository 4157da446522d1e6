package dom

import "bytes"

// StripAt returns a copy of a page without the data-at attributes that say
// where its parts were written. The input is left alone.
//
// Handrail writes the attribute as ` data-at="…"`, always after a space and
// always in double quotes, and escapes quotes in text and values: these bytes
// mean nothing else.
func StripAt(data []byte) []byte {
	attribute := []byte(` data-at="`)
	out := make([]byte, 0, len(data))
	for {
		at := bytes.Index(data, attribute)
		if at < 0 {
			return append(out, data...)
		}
		value := at + len(attribute)
		end := bytes.IndexByte(data[value:], '"')
		if end < 0 {
			return append(out, data...)
		}
		out = append(out, data[:at]...)
		data = data[value+end+1:]
	}
}
