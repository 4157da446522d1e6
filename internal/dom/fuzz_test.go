package dom

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

func FuzzParse(f *testing.F) {
	for _, page := range placedPages {
		f.Add([]byte(page))
	}
	f.Add([]byte("<table><a>x<td></a><svg><title><math></svg><b>"))
	f.Fuzz(func(t *testing.T, page []byte) {
		sameTree(t, page)
		d, err := Parse(page)
		if err != nil {
			return
		}
		for _, e := range d.Elements {
			if e.Offset < 0 || e.Offset > len(page) || d.Elements[e.Index] != e || e.End <= e.Index {
				t.Fatalf("%q: %s at %d, elements %d to %d", page, e.Tag, e.Offset, e.Index, e.End)
			}
			e.Text()
			e.Position()
			if !e.Implied && !startsAt(page, e) {
				t.Fatalf("%q: %s is not at %d", page, e.Tag, e.Offset)
			}
		}
		sameMarked(t, page, d)
		if len(d.Elements) > 100 {
			return
		}
		for _, e := range d.Elements {
			selects(t, d, e)
		}
	})
}

// sameMarked fails when marks would have told other places.
func sameMarked(t *testing.T, page []byte, d *Document) {
	t.Helper()
	s, starts, err := scan(page, 0, len(page), false)
	if err != nil {
		t.Fatal(err)
	}
	s.unsure = true
	marked := &Document{ids: map[string][]*Element{}}
	if err := marked.parse(page, s, starts); err != nil {
		return // with marks the depth may be another
	}
	if len(marked.Elements) != len(d.Elements) {
		t.Fatalf("%q: %d elements, and %d with marks", page, len(d.Elements), len(marked.Elements))
	}
	for i, e := range marked.Elements {
		if o := d.Elements[i]; o.Tag != e.Tag || o.Offset != e.Offset || o.Implied != e.Implied {
			t.Fatalf("%q: %s at %d (implied: %v), and with marks %s at %d (%v)", page, o.Tag, o.Offset, o.Implied, e.Tag, e.Offset, e.Implied)
		}
	}
}

// startsAt says whether a start tag for e is where e says.
func startsAt(page []byte, e *Element) bool {
	after := min(len(page), e.Offset+1+len(e.Tag))
	tag := string(page[e.Offset:after])
	return strings.EqualFold(tag, "<"+e.Tag) ||
		e.Tag == "img" && strings.EqualFold(string(page[e.Offset:min(len(page), e.Offset+6)]), "<image") ||
		strings.ContainsAny(e.Tag, "\ufffd") || !utf8.ValidString(e.Tag)
}

// selects fails when e.Selector() does not pick e and nothing else.
func selects(t *testing.T, d *Document, e *Element) {
	t.Helper()
	if e.inTemplate() || e.node.DataAtom == atom.Template {
		return
	}
	selector := e.Selector()
	found, err := d.Find(selector)
	if err != nil {
		t.Fatalf("%s: %v", selector, err)
	}
	for _, other := range found {
		if other != e && !other.inTemplate() {
			t.Fatalf("%s picks %d elements, not only %s at %d", selector, len(found), e.Tag, e.Offset)
		}
	}
	if len(found) == 0 {
		t.Fatalf("%s picks nothing, want %s at %d", selector, e.Tag, e.Offset)
	}
}

func FuzzStripAt(f *testing.F) {
	f.Add([]byte(`<p data-at="a:b.md:12" class="x">y</p>`))
	f.Add([]byte(` data-at="`))
	f.Fuzz(func(t *testing.T, page []byte) {
		before := bytes.Clone(page)
		out := StripAt(page)
		if !bytes.Equal(before, page) || len(out) > len(page) {
			t.Fatalf("%q became %q", before, out)
		}
	})
}
