package fields

import (
	"bytes"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// A FrontMatterRange says where the front matter of a content file is, in byte
// offsets. The body runs from Body to the end of the file.
type FrontMatterRange struct {
	Format     string // "toml", "yaml", or "" where there is none
	Start, End int    // without the fences
	Body       int
}

// FrontMatter splits a content file. TOML stands between lines of +++, YAML
// between lines of ---; a YAML block may end with ... too. Empty lines and a
// byte-order mark before the first fence are skipped. A fence that is never
// closed is a problem; the whole file is then its body.
func FrontMatter(f *source.File) (FrontMatterRange, []finding.Problem) {
	data := f.Data
	start := 0
	if bytes.HasPrefix(data, byteOrderMark) {
		start = len(byteOrderMark)
	}
	none := FrontMatterRange{Start: start, End: start, Body: start}
	fence, next := line(data, start)
	for at := start; len(fence) == 0 && next < len(data); {
		at = next
		fence, next = line(data, at)
		start = at
	}
	format := map[string]string{"+++": "toml", "---": "yaml"}[string(fence)]
	if format == "" {
		return none, nil
	}
	for at := next; at < len(data); {
		text, after := line(data, at)
		if bytes.Equal(text, fence) || format == "yaml" && string(text) == "..." {
			return FrontMatterRange{Format: format, Start: next, End: at, Body: after}, nil
		}
		at = after
	}
	return none, []finding.Problem{{
		At:      f.At(start),
		Rule:    ruleSyntax,
		Message: "the front matter that begins here is never closed",
		Fix:     "Put " + string(fence) + " on a line of its own after the last key",
	}}
}

// line returns the line at an offset, without its end and without spaces after
// it, and the offset of the next line.
func line(data []byte, at int) (text []byte, next int) {
	rest := data[at:]
	end := bytes.IndexAny(rest, "\r\n")
	if end < 0 {
		return bytes.TrimRight(rest, " \t"), len(data)
	}
	next = at + end + 1
	if rest[end] == '\r' && next < len(data) && data[next] == '\n' {
		next++
	}
	return bytes.TrimRight(rest[:end], " \t"), next
}
