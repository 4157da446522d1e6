package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An attribute is one part of {#id .class key=value key="two words" flag}.
type attribute struct {
	key, value string
	at         int // where it is written, in the body
	flag       bool
}

// A slip is something in an attribute list that cannot be read.
type slip struct {
	at           int
	message, fix string
}

// maxList is how long an attribute list may be, in bytes.
const maxList = 4000

// attributes reads an attribute list, counting what it costs.
func (r *reading) attributes(line []byte, at int) (list []attribute, length int, wrong *slip) {
	s := &attributeScanner{line: line[:min(len(line), maxList)], at: at, seen: map[string]bool{}}
	list, length, wrong = s.all()
	cost := 8 * s.i
	if wrong != nil {
		cost += 2 * len(s.line) // a quotation mark was looked for in vain
	}
	r.scan(cost, at)
	return list, length, wrong
}

// all reads the attribute list at the start of the line. It returns the length
// of the list, zero where there is none, and what is wrong with it.
func (s *attributeScanner) all() (list []attribute, length int, wrong *slip) {
	if s.peek() != '{' {
		return nil, 0, nil
	}
	s.i++
	for {
		s.skipSpaces()
		switch c := s.peek(); {
		case c == '}':
			return s.list, s.i + 1, nil
		case c == 0 || c == '\n':
			return nil, 0, &slip{s.at, "the attributes that begin here have no closing }", "Close them with } on the same line."}
		}
		if wrong := s.one(); wrong != nil {
			return nil, 0, wrong
		}
	}
}

type attributeScanner struct {
	line []byte
	at   int
	i    int
	list []attribute
	seen map[string]bool
}

func (s *attributeScanner) peek() byte {
	if s.i < len(s.line) {
		return s.line[s.i]
	}
	return 0
}

func (s *attributeScanner) skipSpaces() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.i++
	}
}

// one reads one attribute.
func (s *attributeScanner) one() *slip {
	start := s.i
	a := attribute{at: s.at + start}
	switch c := s.peek(); c {
	case '#', '.':
		s.i++
		a.key, a.value = "id", s.name()
		if c == '.' {
			a.key = "class"
		}
		if a.value == "" {
			return &slip{a.at, "there is no name after this " + string(c), "Write it like {" + string(c) + "name}."}
		}
	default:
		a.key = s.name()
		if a.key == "" {
			return &slip{a.at, "this cannot be read as an attribute: " + s.word(), `Write attributes like {#name .class key="some words"}.`}
		}
		a.key = strings.ToLower(a.key)
		if s.peek() != '=' {
			a.flag, a.value = true, "true"
			break
		}
		s.i++
		value, wrong := s.value(a.key)
		if wrong != nil {
			return wrong
		}
		a.value = value
	}
	if c := s.peek(); c != ' ' && c != '\t' && c != '}' && c != '\n' && c != 0 {
		return &slip{s.at + s.i, "there is no space before this: " + s.word(), "Put a space between attributes."}
	}
	return s.add(a)
}

func (s *attributeScanner) add(a attribute) *slip {
	if s.seen[a.key] && a.key != "class" {
		return &slip{a.at, "`" + a.key + "` is written twice", "Keep one of them."}
	}
	s.seen[a.key] = true
	s.list = append(s.list, a)
	return nil
}

// name reads letters, digits and - _ . : of any language.
func (s *attributeScanner) name() string {
	start := s.i
	for s.i < len(s.line) {
		r, size := utf8.DecodeRune(s.line[s.i:])
		if !unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) && !strings.ContainsRune("-_.:", r) {
			break
		}
		s.i += size
	}
	return string(s.line[start:s.i])
}

// value reads what follows an equals sign.
func (s *attributeScanner) value(key string) (string, *slip) {
	start := s.i
	missing := &slip{s.at + start, "`" + key + "=` has no value", "Write it like " + key + `="some words".`}
	if quote := s.peek(); quote == '"' || quote == '\'' {
		end := bytes.IndexByte(s.line[start+1:], quote)
		if end < 0 {
			return "", &slip{s.at + start, "the value of `" + key + "` has no closing " + string(quote), "Close it on the same line."}
		}
		s.i = start + 1 + end + 1
		return string(s.line[start+1 : s.i-1]), nil
	}
	if bytes.HasPrefix(s.line[start:], []byte("“")) || bytes.HasPrefix(s.line[start:], []byte("”")) {
		return "", &slip{s.at + start, "the value of `" + key + "` is in curly quotes", `Use straight ones: ` + key + `="some words".`}
	}
	if end := bytes.IndexAny(s.line[start:], " \t\n}\"'"); end >= 0 {
		s.i += end
	} else {
		s.i = len(s.line)
	}
	if s.i == start {
		return "", missing
	}
	return string(s.line[start:s.i]), nil
}

// word is what a message quotes: the rest up to a space, shortened.
func (s *attributeScanner) word() string {
	rest := string(s.line[s.i:min(len(s.line), s.i+100)])
	if end := strings.IndexAny(rest, " \t\n}"); end > 0 {
		rest = rest[:end]
	}
	if runes := []rune(rest); len(runes) > 20 {
		rest = string(runes[:20]) + "…"
	}
	return "`" + strings.TrimSpace(rest) + "`"
}

// meant tells an attribute list from ordinary words in braces, of which prose
// and code are full: it begins with # or . or gives something a value, or says
// own-words.
func meant(line []byte) bool {
	line = line[:min(len(line), maxList)]
	line, _, _ = bytes.Cut(line, []byte("\n"))
	line, _, _ = bytes.Cut(line, []byte("}"))
	inside := bytes.TrimLeft(line[1:], " \t")
	return bytes.HasPrefix(inside, []byte("#")) || bytes.HasPrefix(inside, []byte(".")) ||
		bytes.IndexByte(inside, '=') > 0 || string(bytes.TrimRight(inside, " \t")) == ownWords
}
