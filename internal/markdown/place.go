package markdown

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"handrail/internal/source"
)

// A text is a page's body with every line ending as one newline, which is all
// that goldmark knows, and the way back to the file.
type text struct {
	file    *source.File
	start   int    // of the body in the file
	body    []byte // what is parsed
	removed []int  // the newlines of the body that were CR LF in the file

	lastOffset int // the cursor of place, in the file
	lastPlace  source.Place
}

func newText(f *source.File, start int) *text {
	start = max(0, min(start, len(f.Data)))
	if start == 0 && bytes.HasPrefix(f.Data, []byte("\ufeff")) {
		start = 3
	}
	t := &text{file: f, start: start, body: f.Data[start:], lastPlace: f.At(start), lastOffset: start}
	if bytes.IndexByte(t.body, '\r') >= 0 {
		t.unifyLineEndings()
	}
	return t
}

// unifyLineEndings makes CR LF and CR, both line endings in CommonMark, LF.
// https://spec.commonmark.org/0.31.2/#line-ending
func (t *text) unifyLineEndings() {
	out := make([]byte, 0, len(t.body))
	for i, b := range t.body {
		switch {
		case b != '\r':
			out = append(out, b)
		case i+1 < len(t.body) && t.body[i+1] == '\n':
			t.removed = append(t.removed, len(out))
		default:
			out = append(out, '\n')
		}
	}
	t.body = out
}

// offset turns a position of the body into a byte offset of the file.
func (t *text) offset(at int) int {
	at = max(0, min(at, len(t.body)))
	return t.start + at + sort.SearchInts(t.removed, at+1)
}

// place turns a position of the body into a place of the file. Positions
// mostly come in order, so it counts on from the last one: a page may be a
// single line of a megabyte.
func (t *text) place(at int) source.Place {
	offset := t.offset(at)
	between := []byte(nil)
	if offset >= t.lastOffset {
		between = t.file.Data[t.lastOffset:offset]
	}
	if offset < t.lastOffset || bytes.ContainsAny(between, "\r\n") {
		t.lastPlace = t.file.At(offset)
	} else {
		t.lastPlace.Col += utf8.RuneCount(between)
	}
	t.lastOffset = offset
	return t.lastPlace
}

// dataAt is the value of the attribute that leads back to the writer's line.
func (t *text) dataAt(at int) string {
	return t.file.Path + ":" + strconv.Itoa(t.offset(at))
}
