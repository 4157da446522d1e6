package axtree

import (
	"encoding/json"
	"io"
)

// A Listed element is one that a test page asks about: it has a data-testname.
type Listed struct {
	Ordinal     int    `json:"ordinal"` // among them, from 0
	Testname    string `json:"testname"`
	Role        string `json:"role"`
	Name        string `json:"name"`
	Description string `json:"description"`
}

// List returns what the page's elements with a data-testname attribute are to
// assistive technology, in document order, for handrail audit
// --dump-accessibility. It is never nil, so that JSON has a list in any case.
func (t *Tree) List() []Listed {
	listed := []Listed{}
	for _, e := range t.doc.Elements {
		if name, written := e.Attribute("data-testname"); written {
			listed = append(listed, Listed{len(listed), name, t.Role(e), t.Name(e), t.Description(e)})
		}
	}
	return listed
}

// WriteList writes List as a JSON array.
func (t *Tree) WriteList(w io.Writer) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	lines.SetIndent("", "  ")
	return lines.Encode(t.List())
}
