package audit

import (
	"errors"
	"fmt"

	"handrail/internal/source"
)

// What is looked at, at most. A page takes about fifty times its size in memory
// and half a second of work per megabyte, so these keep one audit under a
// gigabyte and one page to seconds. What is larger is told, and never passed over.
const (
	maxPage   = 8 << 20  // bytes of a page
	maxTags   = 400_000  // of a page; each becomes an element, however short it is
	maxSheet  = 16 << 20 // bytes of a style sheet; of its rules only so many are read, see css
	largePage = 1 << 20  // bytes; of pages beyond, one is in memory at a time
)

// read reads a file of the folder, a "page" or a "style sheet".
func (s *site) read(name string, limit int64, what string) (*source.File, error) {
	f, err := s.folder.Read(name, limit)
	switch {
	case errors.Is(err, source.ErrTooLarge):
		return nil, fmt.Errorf("%s is too large: a %s of more than %d MB is not looked at, and what is not looked at cannot be passed; divide it into several", name, what, limit>>20)
	case err != nil:
		return nil, fmt.Errorf("%w; what cannot be read cannot be passed", err)
	}
	return f, nil
}

// tags counts what looks like a start tag.
func tags(data []byte) int {
	n := 0
	for i := range len(data) - 1 {
		if c := data[i+1] | 0x20; data[i] == '<' && 'a' <= c && c <= 'z' {
			n++
		}
	}
	return n
}
