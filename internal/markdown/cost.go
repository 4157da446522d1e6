package markdown

import (
	"bytes"
	"unicode/utf8"
)

// What a page may ask of the reader. goldmark cannot be stopped from outside,
// and some of its steps take time that grows with the square of the text, so
// each is counted before it is taken. All are far above what people write.
const (
	maxBytes     = 2 << 20   // of one page
	maxLines     = 200_000   // of one page
	maxDepth     = 100       // blocks or inline pieces inside each other
	maxPieces    = 100_000   // emphasis marks, links, brackets, code spans, table cells …
	maxSteps     = 4_000_000 // visits to neighbours in the tree
	maxScans     = 64 << 20  // bytes looked at more than once
	maxNested    = 8         // containers inside each other
	minNotes     = 50        // links to footnotes that any page may have
	bytesPerNote = 20        // of the page, for each one more: a link and its way back are long
	maxEchoes    = 100 << 10 // bytes that reference links repeat, or the page's own length
)

// stopped is what a meter panics with, to leave goldmark; Parse recovers it.
type stopped struct {
	at   int // in the body
	what string
}

// A meter counts what reading a page costs.
type meter struct {
	pieces, steps, scans, echoes, notes int
	echoLimit, noteLimit                int
}

func (m *meter) piece(at int) {
	if m.pieces++; m.pieces > maxPieces {
		panic(stopped{at, "this page has more links, emphasis, table cells and other pieces than Handrail can read"})
	}
}

func (m *meter) step(n, at int) {
	if m.steps += n; m.steps > maxSteps {
		panic(stopped{at, "this passage has more marks in a row than Handrail can read, such as * or [ or >"})
	}
}

func (m *meter) scan(n, at int) {
	if m.scans += n; m.scans > maxScans {
		panic(stopped{at, "this passage has more unclosed brackets or backticks than Handrail can read"})
	}
}

func (m *meter) echo(n, at int) {
	if m.echoes += n; m.echoes > m.echoLimit {
		panic(stopped{at, "links to the same long address are repeated too often here"})
	}
}

func (m *meter) noted(at int) {
	if m.notes++; m.notes > m.noteLimit {
		panic(stopped{at, "this page refers to footnotes more often than Handrail can write"})
	}
}

func tooDeep(at int) stopped {
	return stopped{at, "lists, quotes or marks are nested more deeply here than Handrail can read"}
}

// refusal says what makes a body unreadable before it is parsed: the offset,
// the rule and the message; the rule is empty where there is nothing.
func refusal(body []byte) (at int, rule, message string) {
	if len(body) > maxBytes {
		return maxBytes, "markdown/too-costly", "this page is longer than 2 MB"
	}
	if i := bytes.IndexByte(body, 0); i >= 0 {
		return i, "markdown/encoding", "there is a zero byte here, so this may not be a text file"
	}
	if !utf8.Valid(body) {
		return firstInvalid(body), "markdown/encoding", "this file is not saved as UTF-8"
	}
	if bytes.Count(body, []byte{'\n'}) > maxLines {
		return 0, "markdown/too-costly", "this page has more than 200,000 lines"
	}
	return 0, "", ""
}

func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}
