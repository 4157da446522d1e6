package axtree

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// FuzzTree asks everything about every element of any page: nothing panics, and
// two trees of one page say the same, whatever they are asked first.
func FuzzTree(f *testing.F) {
	pages, _ := filepath.Glob("testdata/accname/pages/*/*.html")
	more, _ := filepath.Glob("testdata/accname/pages/*/*/*.html")
	for _, path := range append(pages, more...) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`<table role=grid><tr><th rowspan=0 colspan=9><td rowspan=65534>x<tr><th>y</table>`)
	f.Add(`<p id=a aria-owns="b c"><i id=b aria-owns=a></i><i id=c aria-labelledby="c b a">x</i>`)
	f.Add(`<label for=a><label><input id=a><select id=b><option label=x selected></select></label></label>`)
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := dom.Parse([]byte(page))
		if err != nil {
			t.Skip()
		}
		styles := css.Compute(doc, nil, css.Desktop)
		down, up := New(doc, styles), New(doc, styles)
		for _, e := range doc.Elements {
			role := down.Role(e)
			if role != "" && standards.ARIARole(role) == nil {
				t.Errorf("%s has the role %q, which isn't one", e.Tag, role)
			}
			if name := down.Name(e); name != collapse(name) {
				t.Errorf("the name %q has loose spaces", name)
			}
			if down.TabStop(e) && !down.Focusable(e) {
				t.Errorf("%s is a stop that can't be focused", e.Tag)
			}
		}
		for i := len(doc.Elements) - 1; i >= 0; i-- {
			e := doc.Elements[i]
			description := up.Description(e)
			if up.Name(e) != down.Name(e) || up.Role(e) != down.Role(e) || down.Description(e) != description {
				t.Errorf("%s %v: asked in another order, it is %q %q instead of %q %q",
					e.Tag, e.Attributes, up.Role(e), up.Name(e), down.Role(e), down.Name(e))
			}
		}
	})
}

// TestCost names everything on pages that are made to be slow.
func TestCost(t *testing.T) {
	const n = 2000
	for name, page := range map[string]string{
		"one label for all":  `<div id=a>` + strings.Repeat(`<b>words</b>`, n) + `</div>` + strings.Repeat(`<button aria-labelledby=a></button>`, n),
		"labelled by itself": `<div id=a>` + strings.Repeat(`<button aria-labelledby=a>x</button>`, n) + `</div>`,
		"deep":               strings.Repeat(`<div role=button>x`, 500) + strings.Repeat(`<b>words</b>`, n),
		"many labels":        strings.Repeat(`<label for=a>x</label>`, n) + `<input id=a>`,
		"wide table":         `<table><tr>` + strings.Repeat(`<th rowspan=0 colspan=1000>x`, n) + strings.Repeat(`<tr><th>x`, n),
		"chain": func() string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `<label for=i%d><input id=i%d></label><p id=p%d aria-owns=p%d>`, i, i+1, i, i+1)
			}
			return b.String()
		}(),
	} {
		start := time.Now()
		tree := parse(t, page)
		read := time.Since(start)
		for _, e := range tree.doc.Elements {
			tree.Role(e)
			tree.Name(e)
			tree.Description(e)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: %v, of it %v to read", name, took.Round(time.Millisecond), read.Round(time.Millisecond))
		}
	}
}
