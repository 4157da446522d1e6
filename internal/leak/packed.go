package leak

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"handrail/internal/private"
)

// Some writers turn a text into other signs altogether: base64 (RFC 4648, both
// alphabets), hexadecimal digits, UTF-16, Latin-1. Each value has few such
// forms, so these are patterns of their own, in one automaton for all values.

// shortestPacked is the number of bytes a value needs to be searched for in
// base64 and in digits. Its signs are then at least six, which chance does not
// write.
const shortestPacked = 5

// packedOf returns the values as such writers spell them, with the values that
// are written so.
func packedOf(values []private.Value) (texts []string, found [][]private.Value) {
	byText := map[string][]private.Value{}
	for _, v := range values {
		for _, text := range packings(v.Reveal()) {
			byText[text] = append(byText[text], v)
		}
	}
	for text := range byText {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		found = append(found, byText[text])
	}
	return texts, found
}

// packings returns every packed form of a value, each once.
func packings(value string) []string {
	text := pattern(value)
	if len(text) < shortestPacked {
		return nil
	}
	var all []string
	for _, form := range []string{text, strings.TrimSpace(value), norm.NFD.String(text)} {
		little, big := wide(form)
		all = append(all, digits(form)...)
		all = append(all, digits(big)...)
		for alignment := range 3 {
			all = append(all, aligned(form, alignment, base64.RawStdEncoding), aligned(form, alignment, base64.RawURLEncoding))
		}
		for _, raw := range []string{little, big, latin(form)} {
			if len(raw) >= shortestInBinary {
				all = append(all, raw)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// wide returns a text in UTF-16, the low byte first and the high byte first.
func wide(text string) (little, big string) {
	var l, b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		l = append(l, byte(unit), byte(unit>>8))
		b = append(b, byte(unit>>8), byte(unit))
	}
	return string(l), string(b)
}

// latin returns a text in ISO 8859-1, and nothing when it is the same in UTF-8
// or has letters that are not in it.
func latin(text string) string {
	var b []byte
	for _, r := range text {
		if r > 0xFF {
			return ""
		}
		b = append(b, byte(r))
	}
	if string(b) == text {
		return ""
	}
	return string(b)
}

// digits returns bytes as hexadecimal digits, in small and capital letters.
func digits(text string) []string {
	small := hex.EncodeToString([]byte(text))
	return []string{small, strings.ToUpper(small)}
}

// aligned returns the signs of base64 that a text makes whatever stands around
// it, when it begins so many bytes after a group of three.
func aligned(text string, alignment int, encoding *base64.Encoding) string {
	written := encoding.EncodeToString([]byte(strings.Repeat("\x00", alignment) + text))
	first := (8*alignment + 5) / 6          // signs that hold bits of what is before
	last := 8 * (alignment + len(text)) / 6 // signs that hold only bits of the text or before
	return written[first:last]
}

// unbroken returns a text without the ends of its lines and the space that
// begins the next, as base64 and digits are often broken into lines.
func unbroken(in *stream) *stream {
	return decoded(in, "\r\n", func(data []byte) ([]byte, int) {
		return nil, len(data) - len(bytes.TrimLeft(data, " \t\r\n"))
	})
}

// packed calls found for every packed value in data, with its number and where
// it begins.
func (s *Scanner) packed(data []byte, found func(pattern, start int)) {
	whole := plain(data)
	for _, st := range []*stream{whole, unbroken(whole), percents(whole)} {
		if st == nil {
			continue
		}
		s.pack.run(st.data, func(pattern, end int) {
			found(pattern, st.origin(end-s.packLengths[pattern]))
		})
	}
}
