package page

import (
	"strconv"
	"strings"
)

// A cssAddress is an address in a style sheet, and what is asked for there.
type cssAddress struct {
	address, what string
	at            int // byte offset in the sheet
}

// cssAddresses returns what a style sheet asks for: url(…), @import "…" and
// the pictures of image-set("…"). Comments and escapes are read as CSS Syntax 3
// has them, since an address may be hidden in either.
func cssAddresses(sheet string) []cssAddress {
	s := &cssScanner{sheet: sheet}
	for s.i < len(s.sheet) {
		s.one()
	}
	return s.found
}

type cssScanner struct {
	sheet string
	i     int
	rule  string // the at-rule that is open, without the @
	calls []string
	found []cssAddress
}

// one reads one piece of the sheet.
func (s *cssScanner) one() {
	switch c := s.sheet[s.i]; {
	case strings.HasPrefix(s.sheet[s.i:], "/*"):
		s.i = after(s.sheet, s.i+2, "*/")
	case c == '"' || c == '\'':
		at := s.i
		s.add(s.quoted(), at, false)
	case c == '@':
		s.i++
		s.rule = strings.ToLower(s.name())
	case c == ';' || c == '{' || c == '}':
		s.rule, s.calls = "", s.calls[:0]
		s.i++
	case c == ')':
		s.calls = s.calls[:max(0, len(s.calls)-1)]
		s.i++
	case c == '(':
		s.calls = append(s.calls, "")
		s.i++
	case nameByte(c):
		at := s.i
		name := strings.ToLower(s.name())
		if s.i == at {
			s.i++
		} else if s.i < len(s.sheet) && s.sheet[s.i] == '(' {
			s.i++
			s.call(name, at)
		}
	default:
		s.i++
	}
}

// call reads the beginning of name( … ).
func (s *cssScanner) call(name string, at int) {
	s.calls = append(s.calls, name)
	if name != "url" && name != "src" {
		return
	}
	for s.i < len(s.sheet) && strings.IndexByte(" \t\n\r\f", s.sheet[s.i]) >= 0 {
		s.i++
	}
	if s.i < len(s.sheet) && (s.sheet[s.i] == '"' || s.sheet[s.i] == '\'') {
		s.add(s.quoted(), at, true)
		return
	}
	var address strings.Builder
	for s.i < len(s.sheet) && s.sheet[s.i] != ')' {
		s.character(&address)
	}
	s.add(strings.TrimSpace(address.String()), at, true)
}

// add keeps a text if a browser would ask for it. Marked says that url( stood
// before it.
func (s *cssScanner) add(address string, at int, marked bool) {
	what := "a picture or a font"
	// Only the innermost calls say what a text is for.
	switch inner := strings.Join(s.calls[max(0, len(s.calls)-4):], " "); {
	case s.rule == "namespace":
		return
	case s.rule == "import":
		what = "a style sheet"
		if strings.Contains(inner, "layer") || strings.Contains(inner, "supports") {
			return
		}
	case marked:
	case strings.Contains(inner, "image-set") && !strings.HasSuffix(inner, "type"):
		what = "a picture"
	default:
		return
	}
	s.found = append(s.found, cssAddress{address, what, at})
}

// name reads an identifier.
func (s *cssScanner) name() string {
	var b strings.Builder
	for s.i < len(s.sheet) && nameByte(s.sheet[s.i]) {
		if strings.HasPrefix(s.sheet[s.i:], "\\\n") {
			break
		}
		s.character(&b)
	}
	return b.String()
}

// quoted reads a string.
func (s *cssScanner) quoted() string {
	var b strings.Builder
	quote := s.sheet[s.i]
	for s.i++; s.i < len(s.sheet) && s.sheet[s.i] != quote && s.sheet[s.i] != '\n'; {
		s.character(&b)
	}
	s.i = min(s.i+1, len(s.sheet))
	return b.String()
}

// character reads one character, which may be escaped.
// https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point
func (s *cssScanner) character(b *strings.Builder) {
	if s.sheet[s.i] != '\\' {
		b.WriteByte(s.sheet[s.i])
		s.i++
		return
	}
	s.i++
	digits := s.i
	for s.i < len(s.sheet) && s.i < digits+6 && strings.IndexByte("0123456789abcdefABCDEF", s.sheet[s.i]) >= 0 {
		s.i++
	}
	if s.i == digits {
		if s.i < len(s.sheet) {
			if s.sheet[s.i] != '\n' {
				b.WriteByte(s.sheet[s.i])
			}
			s.i++
		}
		return
	}
	code, _ := strconv.ParseInt(s.sheet[digits:s.i], 16, 32)
	b.WriteRune(rune(code))
	if s.i < len(s.sheet) && strings.IndexByte(" \t\n\r\f", s.sheet[s.i]) >= 0 {
		s.i++
	}
}

func nameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '\\' || c >= 0x80
}

// after returns the index behind the next end, or the end of the text.
func after(text string, from int, end string) int {
	if i := strings.Index(text[from:], end); i >= 0 {
		return from + i + len(end)
	}
	return len(text)
}
