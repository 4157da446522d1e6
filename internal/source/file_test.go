package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLongLine: columns far into a line are counted as those near its start.
func TestLongLine(t *testing.T) {
	text := "first\n" + strings.Repeat("añ漢😀", 2000) + "\nlast"
	f := NewFile("a.html", []byte(text))
	for offset := range text {
		start := strings.LastIndex(text[:offset], "\n") + 1
		if got, want := f.At(offset).Col, utf8.RuneCountInString(text[start:offset])+1; got != want {
			t.Fatalf("At(%d).Col = %d, want %d", offset, got, want)
		}
	}
}

func TestAt(t *testing.T) {
	f := NewFile("a.md", []byte("é1\r\nsecond\rthird\n"))
	for _, c := range []struct{ offset, line, col int }{
		{0, 1, 1}, {2, 1, 2}, {5, 2, 1}, {11, 2, 7}, {12, 3, 1}, {17, 3, 6}, {18, 4, 1}, {99, 4, 1}, {-3, 1, 1},
	} {
		got := f.At(c.offset)
		if got.Path != "a.md" || got.Line != c.line || got.Col != c.col {
			t.Errorf("At(%d) = %v, want %d:%d", c.offset, got, c.line, c.col)
		}
	}
}

func TestOffset(t *testing.T) {
	f := NewFile("a.md", []byte("é1\nsecond\n"))
	if got := f.Offset(2, 3); got != 6 {
		t.Errorf("Offset(2, 3) = %d, want 6", got)
	}
	if got := f.Offset(99, 99); got != len(f.Data) {
		t.Errorf("Offset past the end = %d, want %d", got, len(f.Data))
	}
}
