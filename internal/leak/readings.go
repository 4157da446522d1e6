package leak

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// readings returns every stream in which a value may show. Each undoes what one
// kind of writer does, so there are few, and fewer still for most files.
func readings(data []byte) []*stream {
	all := []*stream{plain(data)}
	then := func(from *stream, decode func(*stream) *stream) *stream {
		if from == nil {
			return nil
		}
		s := decode(from)
		if s != nil {
			all = append(all, s)
		}
		return s
	}
	page := all[0]
	then(then(page, withoutTags), entities) // what a reader sees
	if s := then(page, entities); s != nil {
		page = s // attributes, code samples
	}
	if page != all[0] {
		then(page, entities)                    // a page inside a feed,
		then(then(page, withoutTags), entities) // and what its reader sees
	}
	then(page, percents) // addresses
	then(page, forms)
	then(all[0], quoted)
	script := then(page, escapes)             // JSON, scripts
	then(script, entities)                    // a page inside JSON,
	then(then(script, withoutTags), entities) // and what its reader sees
	return all
}

// decoded walks a stream from one sign to the next. At each, read returns what
// the bytes there stand for and how many they are, 0 when they stand for
// themselves.
func decoded(in *stream, signs string, read func(data []byte) (text []byte, size int)) *stream {
	var out *stream
	start := 0 // of the bytes that stay as they are
	for i := 0; i < len(in.data); {
		next := bytes.IndexAny(in.data[i:], signs)
		if next < 0 {
			break
		}
		i += next
		text, size := read(in.data[i:])
		if size == 0 {
			i++
			continue
		}
		if out == nil {
			out = follow(in)
		}
		out.add(in.data[start:i], start)
		out.add(text, i)
		i += size
		start = i
	}
	if out != nil {
		out.add(in.data[start:], start)
	}
	return out
}

// entities reads &amp;, &#77; and &#x4d;, as HTML and XML write.
func entities(in *stream) *stream {
	return decoded(in, "&", func(data []byte) ([]byte, int) {
		n := 1
		for n < len(data) && n < 40 && (data[n] == '#' && n == 1 || alphanumeric(data[n])) {
			n++
		}
		if n < len(data) && data[n] == ';' {
			n++
		}
		written := string(data[:n])
		text := html.UnescapeString(written)
		if text == written {
			return nil, 0
		}
		return []byte(text), n
	})
}

// percents reads %4d, as addresses write.
func percents(in *stream) *stream {
	return decoded(in, "%", func(data []byte) ([]byte, int) {
		if code, ok := hexadecimal(data, 1, 2); ok {
			return []byte{byte(code)}, 3
		}
		return nil, 0
	})
}

// quoted reads =4D and = at the end of a line, as quoted-printable mail writes
// (RFC 2045, 6.7).
func quoted(in *stream) *stream {
	return decoded(in, "=", func(data []byte) ([]byte, int) {
		if code, ok := hexadecimal(data, 1, 2); ok {
			return []byte{byte(code)}, 3
		}
		if bytes.HasPrefix(data, []byte("=\r\n")) {
			return nil, 3
		}
		if bytes.HasPrefix(data, []byte("=\n")) {
			return nil, 2
		}
		return nil, 0
	})
}

// forms reads %4d and the plus sign that stands for a space, as the answers of
// a form are written.
func forms(in *stream) *stream {
	if !bytes.Contains(in.data, []byte("+")) {
		return nil
	}
	return decoded(in, "%+", func(data []byte) ([]byte, int) {
		if data[0] == '+' {
			return []byte(" "), 1
		}
		if code, ok := hexadecimal(data, 1, 2); ok {
			return []byte{byte(code)}, 3
		}
		return nil, 0
	})
}

// escapes reads \u004d, \u{4d}, \x4d and \/, as JSON and JavaScript write.
func escapes(in *stream) *stream {
	return decoded(in, `\`, func(data []byte) ([]byte, int) {
		if len(data) < 2 {
			return nil, 0
		}
		switch c := data[1]; c {
		case 'u':
			return unicodeEscape(data)
		case 'x':
			if code, ok := hexadecimal(data, 2, 2); ok {
				return utf8.AppendRune(nil, code), 4
			}
			return nil, 0
		default:
			if i := strings.IndexByte("nrtvfb", c); i >= 0 {
				c = "\n\r\t\v\f\b"[i]
			}
			return []byte{c}, 2
		}
	})
}

func unicodeEscape(data []byte) ([]byte, int) {
	if len(data) > 2 && data[2] == '{' {
		end := bytes.IndexByte(data[:min(len(data), 12)], '}')
		if end < 0 {
			return nil, 0
		}
		code, ok := hexadecimal(data, 3, end-3)
		if !ok {
			return nil, 0
		}
		return utf8.AppendRune(nil, code), end + 1
	}
	code, ok := hexadecimal(data, 2, 4)
	if !ok {
		return nil, 0
	}
	if utf16.IsSurrogate(code) && len(data) > 8 && data[6] == '\\' && data[7] == 'u' {
		if low, ok := hexadecimal(data, 8, 4); ok {
			if whole := utf16.DecodeRune(code, low); whole != utf8.RuneError {
				return utf8.AppendRune(nil, whole), 12
			}
		}
	}
	return utf8.AppendRune(nil, code), 6
}

// hexadecimal reads n digits from an offset on.
func hexadecimal(data []byte, at, n int) (code rune, ok bool) {
	if n < 1 || n > 6 || at+n > len(data) {
		return 0, false
	}
	for _, b := range data[at : at+n] {
		digit := strings.IndexByte("0123456789abcdef", b|0x20)
		if digit < 0 || b < '0' {
			return 0, false
		}
		code = code<<4 | rune(digit)
	}
	return code, true
}

func alphanumeric(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}
