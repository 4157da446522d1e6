package fields

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"handrail/internal/finding"
	"handrail/internal/source"
)

const (
	// MaxSize is the most bytes that one front matter or data file may have.
	MaxSize = 256 << 10
	// MaxDepth is how many tables and lists may stand inside each other.
	MaxDepth = 64
)

const (
	ruleSyntax       = "front/syntax"
	ruleDuplicateKey = "front/duplicate-key"
	ruleUnknownKey   = "front/unknown-key"
	ruleWrongType    = "front/wrong-type"
	ruleMissingField = "front/missing-field"
)

// byteOrderMark begins files of some editors. It is not part of the text.
var byteOrderMark = []byte("\uFEFF")

// readable says whether the bytes [start,end) can be parsed at all, and where
// the text begins in them.
func readable(f *source.File, start, end int) (int, []finding.Problem) {
	if end-start > MaxSize {
		return start, []finding.Problem{{
			At:      f.At(start),
			Rule:    ruleSyntax,
			Message: fmt.Sprintf("this is %d KB long; at most %d KB of keys and values can be read in one file", (end-start)>>10, MaxSize>>10),
			Fix:     "Move prose into the body of a page, or split the data over several files",
		}}
	}
	if start == 0 && bytes.HasPrefix(f.Data[:end], byteOrderMark) {
		start += len(byteOrderMark)
	}
	for i := start; i < end; {
		r, size := utf8.DecodeRune(f.Data[i:end])
		if message := unreadable(r, size); message != "" {
			return start, []finding.Problem{{
				At: f.At(i), Rule: ruleSyntax, Message: message,
				Fix: "Save the file as UTF-8 text, and write this character again",
			}}
		}
		i += size
	}
	return start, nil
}

// unreadable returns what is wrong with a character, or nothing.
func unreadable(r rune, size int) string {
	switch {
	case r == utf8.RuneError && size <= 1:
		return "this character is not UTF-8, so it cannot be read"
	case r == 0:
		return "there is a NUL character here, which is not text; the file may have been saved as UTF-16"
	case r < ' ' && !strings.ContainsRune("\t\n\r", r), r == 0x7f:
		return fmt.Sprintf("there is an invisible control character here (number %d)", r)
	}
	return ""
}

func tooDeep(at source.Place) []finding.Problem {
	return []finding.Problem{{
		At:      at,
		Rule:    ruleSyntax,
		Message: fmt.Sprintf("lists and tables stand more than %d deep inside each other here", MaxDepth),
		Fix:     "Write the values less deeply nested",
	}}
}

// opening is the place that speaks for a whole table: the line of the fence
// before it, or the first line of the file.
func opening(f *source.File, start int) source.Place {
	at := f.At(start - 1)
	at.Col = 1
	return at
}
