package fields

import (
	"strconv"
	"strings"
)

// quoted passes a string and both its quotes.
func (s *tomlScanner) quoted(quote string, escapes bool) bool {
	opening := s.at
	s.at += len(quote)
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == '\\' && escapes:
			s.at = min(s.at+2, len(s.text))
		case c == '\n' && len(quote) == 1:
			s.unclosed = opening
			return false
		case s.take(quote):
			// Up to two quotes may stand right before the closing three.
			for extra := 0; len(quote) == 3 && extra < 2 && s.take(quote[:1]); extra++ {
			}
			return true
		default:
			s.at++
		}
	}
	s.unclosed = opening
	return false
}

func (s *tomlScanner) value() (tomlNode, bool) {
	n := tomlNode{at: s.at}
	depth := s.depth
	ok := false
	switch rest := s.text[s.at:]; {
	case strings.HasPrefix(rest, `"""`):
		ok = s.quoted(`"""`, true)
	case strings.HasPrefix(rest, `'''`):
		ok = s.quoted(`'''`, false)
	case s.peek() == '"':
		ok = s.quoted(`"`, true)
	case s.peek() == '\'':
		ok = s.quoted("'", false)
	case s.peek() == '[':
		ok = s.deeper() && s.list(&n)
	case s.peek() == '{':
		ok = s.deeper() && s.inlineTable(&n)
	default:
		ok = s.bare()
	}
	n.end, s.depth = s.at, depth
	return n, ok
}

// bare passes a number, a date, true or false.
func (s *tomlScanner) bare() bool {
	end := strings.IndexAny(s.text[s.at:], ",]}#\r\n")
	if end < 0 {
		end = len(s.text) - s.at
	}
	word := strings.TrimRight(s.text[s.at:s.at+end], " \t")
	s.at += len(word)
	return word != ""
}

func (s *tomlScanner) list(n *tomlNode) bool {
	s.at++
	for {
		s.skipLines()
		if s.take("]") {
			return true
		}
		item, ok := s.value()
		if !ok {
			return false
		}
		n.items = append(n.items, item)
		s.skipLines()
		if !s.take(",") && s.peek() != ']' {
			return false
		}
	}
}

func (s *tomlScanner) inlineTable(n *tomlNode) bool {
	s.at++
	for {
		s.skipLines()
		if s.take("}") {
			return true
		}
		pair, ok := s.pair()
		if !ok {
			return false
		}
		n.pairs = append(n.pairs, pair)
		s.skipLines()
		if !s.take(",") && s.peek() != '}' {
			return false
		}
	}
}

// unescapeTOML returns the text of a basic string that the library accepts.
func unescapeTOML(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
		switch {
		case digits > 0 && i+digits < len(s):
			n, _ := strconv.ParseInt(s[i+1:i+1+digits], 16, 32)
			b.WriteRune(rune(n))
			i += digits
		case strings.IndexByte("btnfre", s[i]) >= 0:
			b.WriteByte("\b\t\n\f\r\x1b"[strings.IndexByte("btnfre", s[i])])
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
