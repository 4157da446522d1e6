// Package source holds files as the writer wrote them, and names places in
// them.
//
// Everything Handrail says about a site points at a place that a person can
// open and change. A File keeps the bytes as they were read; a Place is a
// file, a line and a column in it.
package source

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// A File is one file of the site folder, as it was read.
type File struct {
	// Path is slash-separated and relative to the site folder.
	Path string
	// Data is the whole file, unchanged.
	Data []byte

	lineStarts []int // byte offset of the start of each line

	once  sync.Once
	runes []int // how many characters come before every stride-th byte
}

// stride is how many bytes lie between two counts of characters. A page that
// is one long line, as machines write it, is not counted from its start each
// time.
const stride = 1 << 10

// NewFile returns the file with that path and those bytes.
func NewFile(path string, data []byte) *File {
	f := &File{Path: path, Data: data, lineStarts: []int{0}}
	for i, b := range data {
		// A lone carriage return ends a line too, as in CommonMark.
		if b == '\n' || b == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			f.lineStarts = append(f.lineStarts, i+1)
		}
	}
	return f
}

// At returns the place of a byte offset. Columns count characters, not bytes,
// from 1, as editors do. An offset past the end is the end of the file.
func (f *File) At(offset int) Place {
	offset = max(0, min(offset, len(f.Data)))
	line := sort.SearchInts(f.lineStarts, offset+1) - 1
	start := f.lineStarts[line]
	return Place{Path: f.Path, Line: line + 1, Col: f.characters(start, offset) + 1}
}

// characters counts the characters that begin between two byte offsets.
func (f *File) characters(from, to int) int {
	if to-from <= stride {
		return utf8.RuneCount(f.Data[from:to])
	}
	f.once.Do(func() {
		n := 0
		for at := 0; at < len(f.Data); at += stride {
			f.runes = append(f.runes, n)
			n += starts(f.Data[at:min(at+stride, len(f.Data))])
		}
	})
	return f.before(to) - f.before(from)
}

// before counts the characters that begin before a byte offset.
func (f *File) before(offset int) int {
	i := min(offset/stride, len(f.runes)-1)
	return f.runes[i] + starts(f.Data[i*stride:offset])
}

// starts counts the bytes that begin a character.
func starts(data []byte) int {
	n := 0
	for _, b := range data {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// Offset returns the byte offset of a line and a column that counts bytes,
// both from 1, as parsers report them. It is held within the file.
func (f *File) Offset(line, byteCol int) int {
	line = max(1, min(line, len(f.lineStarts)))
	return max(0, min(f.lineStarts[line-1]+byteCol-1, len(f.Data)))
}

// A Place is a file, a line and a column, both from 1. Zero means that there
// is no such place: a whole file, or no file at all.
type Place struct {
	Path      string
	Line, Col int
}

// OffsetOf returns the byte offset of a place in the file: the reverse of At.
func (f *File) OffsetOf(p Place) int {
	line := max(1, min(p.Line, len(f.lineStarts)))
	offset := f.lineStarts[line-1]
	for i := 1; i < p.Col && offset < len(f.Data); i++ {
		_, size := utf8.DecodeRune(f.Data[offset:])
		offset += size
	}
	return offset
}
