package fields

import (
	"unicode/utf8"

	"handrail/internal/source"
)

// places knows the place of every byte of a range. Asking the file for each
// would count the characters of a long line again and again.
type places struct {
	path  string
	start int
	at    []struct{ line, col int32 }
}

func newPlaces(f *source.File, start, end int) places {
	p := places{path: f.Path, start: start, at: make([]struct{ line, col int32 }, end-start+1)}
	first := f.At(start)
	line, col := int32(first.Line), int32(first.Col)
	for i := start; i <= end; {
		p.at[i-start].line, p.at[i-start].col = line, col
		if i == end {
			break
		}
		r, size := utf8.DecodeRune(f.Data[i:end])
		col++
		if r == '\n' || r == '\r' && (i+1 == len(f.Data) || f.Data[i+1] != '\n') {
			line, col = line+1, 1
		}
		i += size
	}
	return p
}

// place returns the place of an offset in the file, which must begin a
// character of the range or be its end.
func (p places) place(offset int) source.Place {
	at := p.at[max(0, min(offset-p.start, len(p.at)-1))]
	return source.Place{Path: p.path, Line: int(at.line), Col: int(at.col)}
}
