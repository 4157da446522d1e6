package fields

import "strings"

// The TOML library says what a file means, not where. This scanner says where
// and nothing more: it finds the keys and values of a file that the library
// accepts (https://toml.io/en/v1.1.0), and gives up on anything else, since
// the library then has the better message.

// A tomlStatement is `key = value`, a [table] or one [[table]] of several.
type tomlStatement struct {
	kind  byte // '=', '[' or 'e'
	at    int
	key   []tomlKey
	value tomlNode
}

// A tomlKey is one part of a dotted key.
type tomlKey struct {
	name string
	at   int
}

// A tomlNode is where a value stands, and what stands in it.
type tomlNode struct {
	at, end int
	items   []tomlNode
	pairs   []tomlStatement
}

type tomlScanner struct {
	text       string
	at         int
	depth      int // of brackets and keys around the current place
	statements []tomlStatement
	tooDeep    int // where MaxDepth was passed, or -1
	unclosed   int // where a string opens that is never closed, or -1
	stopped    int // where the statement begins that was not understood
}

// scanTOML lists the statements of a file, and says whether it understood all
// of them.
func scanTOML(text string) (s *tomlScanner, understood bool) {
	s = &tomlScanner{text: text, tooDeep: -1, unclosed: -1}
	header := 0
	for {
		s.skipLines()
		if s.at == len(text) {
			return s, true
		}
		s.depth = header
		st, ok := s.statement()
		if !ok {
			s.stopped = st.at
			return s, false
		}
		s.stopped = s.at
		if st.kind != '=' {
			header = len(st.key)
		}
		s.statements = append(s.statements, st)
	}
}

func (s *tomlScanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *tomlScanner) take(token string) bool {
	if strings.HasPrefix(s.text[s.at:], token) {
		s.at += len(token)
		return true
	}
	return false
}

func (s *tomlScanner) skipSpaces() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.at++
	}
}

// skipLines passes spaces, line ends and comments.
func (s *tomlScanner) skipLines() {
	for {
		switch s.peek() {
		case ' ', '\t', '\n', '\r':
			s.at++
		case '#':
			s.skipComment()
		default:
			return
		}
	}
}

func (s *tomlScanner) skipComment() {
	end := strings.IndexByte(s.text[s.at:], '\n')
	if end < 0 {
		end = len(s.text) - s.at
	}
	s.at += end
}

// endOfLine passes what may follow a statement.
func (s *tomlScanner) endOfLine() bool {
	s.skipSpaces()
	if s.peek() == '#' {
		s.skipComment()
	}
	return s.at == len(s.text) || s.take("\r\n") || s.take("\n")
}

func (s *tomlScanner) statement() (tomlStatement, bool) {
	at := s.at
	kind, closing := byte('['), "]"
	switch {
	case s.take("[["):
		kind, closing = 'e', "]]"
	case s.take("["):
	default:
		st, ok := s.pair()
		return st, ok && s.endOfLine()
	}
	s.depth = 0
	key, ok := s.key()
	st := tomlStatement{kind: kind, at: at, key: key}
	return st, ok && s.take(closing) && s.endOfLine()
}

func (s *tomlScanner) pair() (tomlStatement, bool) {
	depth := s.depth
	defer func() { s.depth = depth }()
	st := tomlStatement{kind: '=', at: s.at}
	var ok bool
	if st.key, ok = s.key(); !ok || !s.take("=") {
		return st, false
	}
	s.skipSpaces()
	st.value, ok = s.value()
	return st, ok
}

// deeper goes one level in, unless that is one too many.
func (s *tomlScanner) deeper() bool {
	if s.depth++; s.depth > MaxDepth {
		s.tooDeep = s.at
		return false
	}
	return true
}

func (s *tomlScanner) key() ([]tomlKey, bool) {
	var key []tomlKey
	for {
		s.skipSpaces()
		at := s.at
		name, ok := s.keyPart()
		if !ok || !s.deeper() {
			return nil, false
		}
		key = append(key, tomlKey{name, at})
		s.skipSpaces()
		if !s.take(".") {
			return key, true
		}
	}
}

func (s *tomlScanner) keyPart() (string, bool) {
	at := s.at
	switch s.peek() {
	case '"':
		if !s.quoted(`"`, true) {
			return "", false
		}
		return unescapeTOML(s.text[at+1 : s.at-1]), true
	case '\'':
		if !s.quoted("'", false) {
			return "", false
		}
		return s.text[at+1 : s.at-1], true
	}
	for s.at < len(s.text) && !strings.ContainsRune(" \t\r\n.=[]{},\"'#", rune(s.text[s.at])) {
		s.at++
	}
	return s.text[at:s.at], s.at > at
}
