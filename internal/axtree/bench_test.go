package axtree

import (
	"os"
	"testing"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// BenchmarkPage asks for everything about every element of a page of 17 KB.
func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile("testdata/accname/pages/accname/name/comp_name_from_content.html")
	if err != nil {
		b.Fatal(err)
	}
	doc, err := dom.Parse(data)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for range b.N {
			dom.Parse(data)
		}
	})
	b.Run("names", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			everything(New(doc, css.Compute(doc, nil, css.Desktop)))
		}
	})
	styles := css.Compute(doc, nil, css.Desktop)
	everything(New(doc, styles))
	b.Run("names, styles known", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			everything(New(doc, styles))
		}
	})
}

func everything(t *Tree) {
	for _, e := range t.doc.Elements {
		t.Role(e)
		t.Name(e)
		t.Description(e)
		t.Hidden(e)
		t.TabStop(e)
	}
}
