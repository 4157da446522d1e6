package site

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"handrail/internal/kind"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/source"
)

// A Passage is one piece of running text as checks of wording see it: a block
// of the body, or a text of the front matter that readers see. It knows its
// language, its sentences, and whose words it holds.
type Passage struct {
	Kind      markdown.BlockKind
	Field     string // of the front matter, "summary" or "term.0.meaning.1.text"; empty in the body
	Text      string
	Lang      string // the tag of its language
	Container *markdown.Container
	Sentences []Sentence

	// FirstPerson says that all of it is not the network's own wording: the body
	// of a story, a quotation, an example of how not to write. Nothing may fail
	// there.
	FirstPerson bool
	// Own are the parts that are somebody's own words within other text: spans
	// of class own-words, and what stands in quotation marks.
	Own []prose.Span

	block *markdown.Block // nil in front matter
	file  *source.File
	at    source.Place
}

// A Sentence is a sentence of a passage, with its counts.
type Sentence struct {
	prose.Span
	prose.Counts
}

// At returns the place of a byte offset of the passage's text. A text of the
// front matter has one place.
func (p *Passage) At(offset int) source.Place {
	if p.block == nil {
		return p.at
	}
	return p.block.Place(p.file, offset)
}

// OwnWords tells whether a part of the passage is somebody's own words.
func (p *Passage) OwnWords(part prose.Span) bool {
	if p.FirstPerson {
		return true
	}
	for _, own := range p.Own {
		if own.Start < part.End && part.Start < own.End {
			return true
		}
	}
	return false
}

// Marked tells whether a part of the passage touches a piece with that mark,
// such as code.
func (p *Passage) Marked(part prose.Span, mark markdown.Mark) bool {
	if p.block == nil {
		return false
	}
	pieces := p.block.Pieces
	for i, piece := range pieces {
		end := len(p.Text)
		if i+1 < len(pieces) {
			end = pieces[i+1].At
		}
		if piece.Mark&mark != 0 && piece.At < part.End && part.Start < end {
			return true
		}
	}
	return false
}

// Refers tells whether the passage has a link or a footnote.
func (p *Passage) Refers() bool {
	if p.block == nil || len(p.block.Pieces) == 0 {
		return false
	}
	first, last := p.block.Pieces[0], p.block.Pieces[len(p.block.Pieces)-1]
	data := p.file.Data[min(first.File, len(p.file.Data)):]
	end := min(last.File-first.File+len(p.Text)-last.At, len(data))
	if line := bytes.IndexByte(data[end:], '\n'); line >= 0 {
		end += line // what follows the last word, such as [^1]
	}
	written := data[:end]
	return bytes.Contains(written, []byte("](")) || bytes.Contains(written, []byte("[^")) || bytes.Contains(written, []byte("://"))
}

// Passages returns the running text of a page, in order: title, summary and
// meanings of terms, then the body. They are made anew each time, since a
// library would be too large in memory with all of them; a SourcePass keeps
// those of its page.
func (p *Page) Passages() []Passage {
	passages := make([]Passage, 0, len(p.Doc.Blocks)+2)
	add := func(x Passage) {
		x.file = p.File
		l := prose.Of(x.Lang)
		var room [24]prose.Span
		for _, span := range x.atCode(l.Sentences(room[:0], x.Text)) {
			if counts := l.Count(span.In(x.Text)); counts.Words > 0 {
				x.Sentences = append(x.Sentences, Sentence{span, counts})
			}
		}
		if !x.FirstPerson {
			x.Own = Quotations(x.Text)
		}
		if x.block != nil {
			for i, piece := range x.block.Pieces {
				if piece.Mark&markdown.OwnWords == 0 {
					continue
				}
				end := len(x.Text)
				if i+1 < len(x.block.Pieces) {
					end = x.block.Pieces[i+1].At
				}
				x.Own = append(x.Own, prose.Span{Start: piece.At, End: end})
			}
		}
		passages = append(passages, x)
	}
	field := func(kind markdown.BlockKind, key, text string) {
		if name, _, _ := strings.Cut(key, "."); text != "" && p.written(name) {
			add(Passage{Kind: kind, Field: key, Text: text, Lang: p.Lang.Tag, at: p.At(key)})
		}
	}
	field(markdown.HeadingText, "title", p.Common().Title)
	field(markdown.Paragraph, "summary", p.Common().Summary)
	if glossary, ok := p.Data.(*kind.Glossary); ok {
		for i, t := range glossary.Terms {
			for j, m := range t.Meanings {
				field(markdown.Paragraph, fmt.Sprintf("term.%d.meaning.%d.text", i, j), m.Text)
			}
		}
	}
	story := p.Kind == "story"
	shown := counterexamples(p.Doc.Blocks)
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		x := Passage{Kind: b.Kind, Text: b.Text, Lang: b.Lang, Container: b.Container, block: b,
			FirstPerson: story || b.Quoted || shown[i] || inQuotation(b.Container)}
		if x.Lang == "" {
			x.Lang = p.Lang.Tag
		}
		add(x)
	}
	return passages
}

// atCode divides sentences where one begins with code: its small letter does
// not go on with the sentence before it.
func (p *Passage) atCode(spans []prose.Span) []prose.Span {
	if p.block == nil {
		return spans
	}
	for _, piece := range p.block.Pieces {
		if piece.Mark&markdown.Code == 0 || !strings.HasSuffix(p.Text[:piece.At], ". ") {
			continue
		}
		for i, s := range spans {
			if s.Start < piece.At && piece.At < s.End {
				spans[i].End = piece.At - 1
				spans = slices.Insert(spans, i+1, prose.Span{Start: piece.At, End: s.End})
				break
			}
		}
	}
	return spans
}

// written tells whether the writer gave a key; what is inferred stands in the
// body already.
func (p *Page) written(key string) bool {
	if p.Front == nil {
		return false
	}
	_, ok := p.Front.Find(key)
	return ok
}

// inQuotation tells whether a container, or one around it, repeats the words
// of a piece or holds a person's own.
func inQuotation(c *markdown.Container) bool {
	for ; c != nil; c = c.Parent {
		if c.Name == "pull-quote" || c.Name == "own-words" {
			return true
		}
	}
	return false
}
