// Package markdown reads pages and writes them as HTML.
package markdown

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"

	"handrail/internal/source"
)

// Options says what a page may do.
type Options struct {
	AllowHTML bool // raw HTML is written, not left out
}

type page struct{ body []byte }

// Parse reads the markdown of a file from the byte offset start on.
func Parse(f *source.File, start int, o Options) *Document {
	return &Document{page: &page{f.Data[min(start, len(f.Data)):]}}
}

// Words counts the words of the running text.
func (d *Document) Words() int { return 0 }

// HTML writes the document.
func (d *Document) HTML(r Rendering) (template.HTML, error) {
	var b bytes.Buffer
	err := goldmark.Convert(d.page.body, &b)
	return template.HTML(b.String()), err
}
