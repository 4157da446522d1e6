package markdown

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"handrail/internal/source"
)

// A Mark says what a piece of a block is, beside ordinary words.
type Mark uint8

const (
	Code     Mark = 1 << iota // a code span
	Address                   // an address that shows itself
	OwnWords                  // [some words]{.own-words}: what a person said, as they said it
)

// A Piece is a part of a block whose characters stand in the file one after
// the other, as they stand in the block.
type Piece struct {
	At   int // byte offset in the block's text
	File int // byte offset in the file
	Mark Mark
	Lang string // where the passage says so; else empty
}

// Piece returns the piece that holds a byte offset of the block's text.
func (b *Block) Piece(at int) Piece {
	i := sort.Search(len(b.Pieces), func(i int) bool { return b.Pieces[i].At > at })
	if i == 0 {
		return Piece{}
	}
	return b.Pieces[i-1]
}

// Place returns the place of a byte offset of the block's text.
func (b *Block) Place(f *source.File, at int) source.Place {
	if len(b.Pieces) == 0 {
		return b.At
	}
	p := b.Piece(at)
	return f.At(p.File + at - p.At)
}

// A speller writes a block's plain words, and where each of them stands.
type speller struct {
	*text
	attributes map[ast.Node]*written
	words      []byte
	pieces     []Piece
	mark       Mark
	lang       string
}

// spell returns the words of a block as plain does, and their places.
func (c *collector) spell(n ast.Node) (string, []Piece) {
	s := &speller{text: c.text, attributes: c.page.attributes, lang: c.lang}
	if w := c.page.attributes[n]; w != nil && slices.Contains(strings.Fields(w.class), ownWords) { // of a heading
		s.mark = OwnWords
	}
	s.node(n)
	return s.collapsed()
}

func (s *speller) node(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s.from(c.Segment.Start)
			if c.IsRaw() {
				s.words = append(s.words, c.Segment.Value(s.body)...)
			} else {
				s.decode(c.Segment.Start, c.Segment.Value(s.body))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				s.words = append(s.words, ' ')
			}
		case *ast.String:
			s.words = append(s.words, c.Value...)
		case *ast.CodeSpan:
			s.marked(Code, func() {
				if first, ok := c.FirstChild().(*ast.Text); ok {
					s.from(first.Segment.Start)
				}
				s.words = append(s.words, s.code(c)...)
			})
		case *ast.AutoLink:
			s.marked(Address, func() {
				at := max(0, c.Pos())
				if at < len(s.body) && s.body[at] == '<' {
					at++
				}
				s.from(at)
				s.words = append(s.words, c.Label(s.body)...)
			})
		case *ast.RawHTML:
			s.quoting(c)
		case *noteLink, *east.TaskCheckBox:
		default:
			before := s.lang
			mark := Mark(0)
			if w := s.attributes[c]; w != nil {
				if w.lang != "" {
					s.lang = w.lang
				}
				if slices.Contains(strings.Fields(w.class), ownWords) {
					mark = OwnWords
				}
			}
			s.marked(mark, func() { s.node(c) })
			s.lang = before
		}
	}
}

// quoting marks what stands between <q> and </q>.
func (s *speller) quoting(n *ast.RawHTML) {
	switch tag := strings.ToLower(joined(n.Segments.Sliced(0, n.Segments.Len()), s.body)); {
	case strings.HasPrefix(tag, "<q>"), strings.HasPrefix(tag, "<q "):
		s.mark |= OwnWords
	case strings.HasPrefix(tag, "</q"):
		s.mark &^= OwnWords
	}
}

// marked runs f with a mark more.
func (s *speller) marked(mark Mark, f func()) {
	before := s.mark
	s.mark |= mark
	f()
	s.mark = before
}

// from says where in the body the next words stand.
func (s *speller) from(at int) {
	s.pieces = append(s.pieces, Piece{At: len(s.words), File: s.offset(at), Mark: s.mark, Lang: s.lang})
}

// decode writes text, with a new piece after each escape or reference.
func (s *speller) decode(at int, text []byte) {
	begin := 0
	for i := 0; i < len(text); {
		length := 0
		switch text[i] {
		case '\\':
			length = min(2, len(text)-i)
		case '&':
			_, length = reference(text[i:])
		}
		if length == 0 {
			i++
			continue
		}
		s.words = append(s.words, text[begin:i]...)
		s.from(at + i)
		s.words = decode(s.words, text[i:i+length])
		i += length
		begin = i
		s.from(at + i)
	}
	s.words = append(s.words, text[begin:]...)
}

// collapsed makes one space of each run of white space, and none at the ends.
func (s *speller) collapsed() (string, []Piece) {
	out := make([]byte, 0, len(s.words))
	pieces := make([]Piece, 0, len(s.pieces))
	next, space := 0, false
	for i := 0; i < len(s.words); {
		r, size := utf8.DecodeRune(s.words[i:])
		for next < len(s.pieces) && s.pieces[next].At <= i {
			next++
		}
		switch {
		case !unicode.IsSpace(r):
			if space && len(out) > 0 {
				out = append(out, ' ')
			}
			if next > 0 {
				pieces = s.follow(pieces, s.pieces[next-1], i, len(out))
			}
			space = false
			out = append(out, s.words[i:i+size]...)
		default:
			space = true
		}
		i += size
	}
	return string(out), pieces
}

// follow begins a new piece where the block and the file part, or where the
// mark or the language changes. Raw is the offset before white space was
// collapsed.
func (s *speller) follow(pieces []Piece, from Piece, raw, at int) []Piece {
	from.File += raw - from.At
	from.At = at
	if n := len(pieces); n > 0 {
		last := pieces[n-1]
		if last.File-last.At == from.File-at && last.Mark == from.Mark && last.Lang == from.Lang {
			return pieces
		}
	}
	return append(pieces, from)
}
