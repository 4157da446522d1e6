package dom

import "bytes"

// A scanner finds start tags. It follows x/net/html's tokenizer exactly, byte
// for byte, but keeps nothing except where tags are.
//
// It can misjudge what only the tree knows: which foreign elements the parser
// has closed by itself.
type scanner struct {
	data    []byte
	pos     int
	plain   bool // noscript is an element like others
	foreign foreign
	growth  growth
	closed  bool // the last tag had its ">"

	comments  []Comment      // in order
	noscripts map[int][2]int // offset of each <noscript> to its raw inside
	headed    bool           // there was a <head>
	begun     bool           // something else came that may have opened html, head or body
	unsure    bool           // only the tree knows what became of some tag

	start start // the one that next found
}

// A start is where a start tag stands.
type start struct {
	offset     int  // of its "<"
	nameEnd    int  // after the last letter of its name
	end        int  // after its ">"
	formatting bool // the parser may copy the element
}

// name is the tag's name as written.
func (s start) name(data []byte) []byte { return data[s.offset+1 : s.nameEnd] }

// scan finds the start tags of data[from:to] as the tokenizer of HTML 13.2.5
// does. Offsets count in data. In plain mode noscript is an element like others.
func scan(data []byte, from, to int, plain bool) (*scanner, []start, error) {
	s := &scanner{data: data[:to], pos: from, plain: plain}
	starts := make([]start, 0, (to-from)/24)
	for s.next() {
		starts = append(starts, s.start)
		if s.growth.cost > 100_000+(to-from)/4 {
			return nil, nil, ErrGrowth
		}
	}
	return s, starts, nil
}

// next finds the next start tag; false at the end of the page.
func (s *scanner) next() bool {
	for s.pos < len(s.data) {
		i := bytes.IndexByte(s.data[s.pos:], '<')
		if i < 0 || s.pos+i+1 >= len(s.data) {
			return false
		}
		s.begun = s.begun || len(bytes.TrimSpace(s.data[s.pos:s.pos+i])) > 0
		s.start.offset = s.pos + i
		s.pos = s.start.offset + 2
		switch c := s.data[s.start.offset+1]; {
		case letter(c):
			if s.startTag() {
				return true
			}
		case c == '/':
			s.endTag()
		case c == '!':
			s.declaration()
		case c == '?':
			s.skipPast(">")
		default:
			s.begun = true
			s.pos--
		}
	}
	return false
}

// startTag reads a tag whose first letter was just seen. False when the page
// ends inside it: the parser then drops it.
func (s *scanner) startTag() bool {
	t, nameEnd, selfClosing := s.readTag(s.start.offset + 1)
	if !s.closed {
		return false
	}
	s.unsure = s.unsure || t.raw && len(s.foreign) > 0 || t.outer && s.begun
	s.headed = s.headed || t.name == "head"
	isForeign := s.foreign.open(t, selfClosing)
	s.start.nameEnd, s.start.end = nameEnd, s.pos
	s.start.formatting = t.formatting && !isForeign
	s.growth.open(t, s.data[s.start.offset:s.pos])
	if t.raw && !isForeign && !(s.plain && t.name == "noscript") {
		from := s.pos
		s.rawText(t.name)
		if t.name == "noscript" {
			if s.noscripts == nil {
				s.noscripts = map[int][2]int{}
			}
			s.noscripts[s.start.offset] = [2]int{from, s.pos}
		}
	}
	return true
}

func (s *scanner) endTag() {
	switch {
	case s.pos >= len(s.data):
	case s.data[s.pos] == '>':
		s.pos++
	case letter(s.data[s.pos]):
		t, _, _ := s.readTag(s.pos)
		s.begun = s.begun || !t.raw && !(t.name == "head" && s.headed)
		s.foreign.close(t)
		s.growth.close(t)
	default:
		s.skipPast(">")
	}
}

// tag reads a name and attributes from the name's first letter to past the
// ">", or to the end of the page.
func (s *scanner) readTag(at int) (t *tag, nameEnd int, selfClosing bool) {
	d := s.data
	i := at
	for i < len(d) && !space(d[i]) && d[i] != '/' && d[i] != '>' {
		i++
	}
	nameEnd = i
	for i = skipSpace(d, i); i < len(d) && d[i] != '>'; i = skipSpace(d, i) {
		i, selfClosing = attribute(d, i)
	}
	s.closed = i < len(d)
	s.pos = min(i+1, len(d))
	return lookUp(d[at:nameEnd]), nameEnd, selfClosing && d[i-1] == '/'
}

// attribute skips one attribute, or one stray slash. It says whether what it
// skipped was a slash: the last one before the ">" closes the element.
func attribute(d []byte, i int) (next int, slash bool) {
	for first := i; i < len(d); i++ {
		if c := d[i]; space(c) || c == '/' || c == '>' || c == '=' && i > first {
			break
		}
	}
	i = skipSpace(d, i)
	if i >= len(d) {
		return i, false
	}
	if d[i] == '/' {
		return i + 1, true
	}
	if d[i] != '=' {
		return i, false
	}
	i = skipSpace(d, i+1)
	if i >= len(d) || d[i] == '>' {
		return i, false
	}
	if q := d[i]; q == '"' || q == '\'' {
		end := bytes.IndexByte(d[i+1:], q)
		if end < 0 {
			return len(d), false
		}
		return i + 1 + end + 1, false
	}
	for i < len(d) && !space(d[i]) && d[i] != '>' {
		i++
	}
	return i, false
}

// declaration reads what begins with "<!": a comment, a doctype, CDATA, or
// something that counts as a comment.
func (s *scanner) declaration() {
	rest := s.data[s.pos:]
	s.unsure = s.unsure || len(s.foreign) > 0 && bytes.HasPrefix(rest, []byte("["))
	switch {
	case bytes.HasPrefix(rest, []byte("--")):
		s.comment()
	case s.foreign.inside() && bytes.HasPrefix(rest, []byte("[CDATA[")):
		s.skipPast("]]>")
	default:
		s.skipPast(">")
	}
}

// comment reads to "-->" or "--!>"; "<!-->" and "<!--->" are whole comments.
func (s *scanner) comment() {
	from := s.pos + 2
	d := s.data
	end, past := len(d), len(d)
	dashes, beginning := 0, true
scan:
	for i := from; i < len(d); i++ {
		switch c := d[i]; {
		case c == '-':
			dashes++
			continue
		case c == '>' && (dashes >= 2 || beginning):
			end, past = max(from, i-2), i+1
			break scan
		case c == '!' && dashes >= 2 && i+1 < len(d) && d[i+1] == '>':
			end, past = i-2, i+2
			break scan
		}
		dashes, beginning = 0, false
	}
	s.comments = append(s.comments, Comment{Text: string(d[from:max(from, end)]), Offset: s.start.offset})
	s.pos = past
}

func (s *scanner) skipPast(end string) {
	i := bytes.Index(s.data[s.pos:], []byte(end))
	if i < 0 {
		s.pos = len(s.data)
		return
	}
	s.pos += i + len(end)
}

// rawText moves to the end tag of an element that holds only text.
func (s *scanner) rawText(name string) {
	switch name {
	case "plaintext":
		s.pos = len(s.data)
	case "script":
		s.script()
	default:
		for s.pos < len(s.data) {
			i := bytes.Index(s.data[s.pos:], []byte("</"))
			if i < 0 {
				s.pos = len(s.data)
				return
			}
			s.pos += i
			if s.closes(s.pos, name) {
				return
			}
			s.pos += 2
		}
	}
}

// closes says whether an end tag of that name begins at offset i.
func (s *scanner) closes(i int, name string) bool {
	after := i + 2 + len(name)
	return after < len(s.data) && s.data[i] == '<' && s.data[i+1] == '/' &&
		bytes.EqualFold(s.data[i+2:after], []byte(name)) &&
		(space(s.data[after]) || s.data[after] == '/' || s.data[after] == '>')
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func skipSpace(d []byte, i int) int {
	for i < len(d) && space(d[i]) {
		i++
	}
	return i
}
