package check

import (
	"bytes"
	"strings"

	"handrail/internal/source"
)

// lines knows where the blocks of a file begin and end: runs of lines that are
// not blank.
type lines struct {
	text        []string
	first, last []int // of the block that a line is in, from 0
}

// linesOf reads a file once, so that any number of places can be looked up.
func linesOf(f *source.File) *lines {
	// A lone carriage return ends a line too, as for places.
	data := bytes.ReplaceAll(f.Data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	l := &lines{text: strings.Split(string(data), "\n")}
	l.first, l.last = make([]int, len(l.text)), make([]int, len(l.text))
	for i := range l.text {
		l.first[i] = i
		if i > 0 && !l.blank(i) && !l.blank(i-1) {
			l.first[i] = l.first[i-1]
		}
	}
	for i := len(l.text) - 1; i >= 0; i-- {
		l.last[i] = i
		if i+1 < len(l.text) && !l.blank(i) && !l.blank(i+1) {
			l.last[i] = l.last[i+1]
		}
	}
	return l
}

func (l *lines) blank(i int) bool { return strings.TrimSpace(l.text[i]) == "" }

// block returns the first and last line, from 1, that a comment at a place
// speaks for. Breaks is how many line ends the comment holds.
func (l *lines) block(at source.Place, breaks int) (first, last int) {
	i := min(max(at.Line-1, 0), len(l.text)-1)
	if before := []rune(l.text[i]); strings.TrimSpace(string(before[:min(max(at.Col-1, 0), len(before))])) != "" {
		return l.first[i] + 1, l.last[i] + 1 // it stands in running text
	}
	end := min(i+breaks, len(l.text)-1)
	if l.last[end] > end {
		return i + 1, l.last[end] + 1
	}
	for next := end + 1; next < len(l.text); next++ {
		if !l.blank(next) {
			return i + 1, l.last[next] + 1
		}
	}
	return i + 1, end + 1
}
