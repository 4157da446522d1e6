package leak

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normal returns a stream in the form in which values are compared: one space
// for each run of white space, no invisible characters, straight quotes and
// hyphens, and accented letters composed.
func normal(in *stream) *stream {
	out := follow(in)
	data := in.data
	start := 0 // of the bytes that stay as they are
	space := false
	for i := 0; i < len(data); {
		if b := data[i]; b > ' ' && b < utf8.RuneSelf {
			space = false
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		text, replaced := simpler[r]
		switch {
		case unicode.IsSpace(r) && space:
			replaced = true
		case unicode.IsSpace(r):
			text, replaced, space = " ", r != ' ', true
		case !replaced && invisible(r):
			replaced = true
		default:
			space = false
		}
		if replaced {
			out.add(data[start:i], start)
			if text != "" {
				out.add([]byte(text), i)
			}
			start = i + size
		}
		i += size
	}
	out.add(data[start:], start)
	return composed(out)
}

// simpler holds what typesetting turns plain characters into, by character.
var simpler = map[rune]string{
	'‘': "'", '’': "'", 'ʼ': "'", '“': `"`, '”': `"`, '‐': "-", '‑': "-",
}

// invisible tells whether a character only steers how others are shown: soft
// hyphens, joiners, marks of direction.
func invisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x61C, r == 0x180E, r == 0xFEFF:
	case r >= 0x200B && r <= 0x200F:
	case r >= 0x202A && r <= 0x202E:
	case r >= 0x2060 && r <= 0x2069:
	default:
		return false
	}
	return true
}

// composed returns the stream in Unicode's form NFC, in which an accented
// letter is one character where there is one.
func composed(in *stream) *stream {
	if norm.NFC.IsNormal(in.data) {
		return in
	}
	out := follow(in)
	var it norm.Iter
	it.Init(norm.NFC, in.data)
	start := 0 // of the bytes that stay as they are
	for !it.Done() {
		from := it.Pos()
		segment := it.Next()
		if !bytes.Equal(segment, in.data[from:it.Pos()]) {
			out.add(in.data[start:from], start)
			out.add(segment, from)
			start = it.Pos()
		}
	}
	out.add(in.data[start:], start)
	return out
}
