package image

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/standards"
)

var altRepeats = &check.Check{
	ID:       "image/alt-repeats",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.1.1"),
	Source: func(p *check.SourcePass) {
		beside := besides(p.Page)
		for _, image := range pictures(p.Page) {
			alt := bare(image.alt)
			switch {
			case alt == "" || image.decorative:
			case alt == bare(image.caption):
				p.Found(image.altAt, "the words for this picture are its caption again")
			case alt == bare(p.Page.Common().Title):
				p.Found(image.altAt, "the words for this picture are the title of the page again")
			case repeated(beside[image.at], alt):
				p.Found(image.altAt, "the words for this picture stand beside it already")
			}
		}
	},
}

// fewest is how many words must be the same as some beside a picture: one or
// two may be so by chance.
const fewest = 3

// repeated tells whether the words of a picture are those of a piece of text
// beside it, or a run of words in it.
func repeated(texts []string, alt string) bool {
	for _, text := range texts {
		text = bare(text)
		if text == alt || strings.Count(alt, " ")+1 >= fewest && strings.Contains(" "+text+" ", " "+alt+" ") {
			return true
		}
	}
	return false
}

// besides lists what stands beside each picture of the text, by the picture's
// place: the rest of its own block, and the blocks before and after it.
func besides(p *site.Page) map[source.Place][]string {
	if len(p.Doc.Images) == 0 {
		return nil
	}
	byPlace := map[source.Place][]string{}
	next := 0
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		next = skip(p, next, *b)
		for next < len(p.Doc.Images) && inBlock(p, i, p.Doc.Images[next].At) {
			image := p.Doc.Images[next]
			texts := []string{strings.Replace(b.Text, image.Alt, " | ", 1)}
			if i > 0 {
				texts = append(texts, p.Doc.Blocks[i-1].Text)
			}
			if i+1 < len(p.Doc.Blocks) {
				texts = append(texts, p.Doc.Blocks[i+1].Text)
			}
			byPlace[image.At] = texts
			next++
		}
	}
	return byPlace
}

// skip passes over pictures that stand before a block, and in none: alone, and
// without words.
func skip(p *site.Page, next int, b markdown.Block) int {
	for next < len(p.Doc.Images) && before(p.Doc.Images[next].At, b) {
		next++
	}
	return next
}

// inBlock tells whether a place is in the i-th block: at or after its start,
// and before the next one's.
func inBlock(p *site.Page, i int, at source.Place) bool {
	if before(at, p.Doc.Blocks[i]) {
		return false
	}
	return i+1 == len(p.Doc.Blocks) || before(at, p.Doc.Blocks[i+1])
}

func before(at source.Place, b markdown.Block) bool {
	return at.Line < b.At.Line || at.Line == b.At.Line && at.Col < b.At.Col
}
