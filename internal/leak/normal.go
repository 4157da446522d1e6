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
		b := data[i]
		if b > ' ' && b < utf8.RuneSelf || b == ' ' && !space {
			space = b == ' '
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		text, stays := simpler(r)
		if text == " " && space {
			text = ""
		}
		space = text == " " || space && text == "" && !stays
		if !stays {
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

// simpler returns what is compared in place of a character: plain signs for
// those of typesetting, nothing for what cannot be seen. Most stay as they are.
func simpler(r rune) (text string, stays bool) {
	switch r {
	case '‘', '’', 'ʼ':
		return "'", false
	case '“', '”':
		return `"`, false
	case '‐', '‑':
		return "-", false
	}
	if unicode.IsSpace(r) {
		return " ", false
	}
	return "", !invisible(r)
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
