package checks

import (
	"testing"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
)

// TestBeyondAxe holds, for each check, a page that axe-core reports too and one
// that it lets pass. Both are reported; only the first as what axe-core calls it.
func TestBeyondAxe(t *testing.T) {
	set := All()
	for _, test := range []struct{ rule, both, ours string }{
		{"aria/not-supported", `<summary aria-checked=true>x</summary>`, `<summary aria-expanded=true>x</summary>`},
		{"aria/not-supported", `<input type=color aria-checked=true title=x>`, `<input type=color aria-required=true title=x>`},
		{"aria/prohibited", `<p><span aria-label=x>y</span></p>`, `<a href=x><span aria-label=x>y</span></a>`},
		{"aria/prohibited", `<a href=x><span role=code aria-label=x>y</span></a>`, `<summary aria-label=x>y</summary>`},
		{"aria/parent", `<div role=list><h2><span role=listitem>x</span></h2></div>`, `<div role=list><p><em><span role=listitem>x</span></em></p></div>`},
		{"aria/parent", `<p><span role=listitem>x</span></p>`, `<div role=list><p><span role=listitem>x</span></p></div>`},
		{"aria/text-holds", `<p role=text><a href=x>y</a></p>`, `<p role=text><span tabindex=0>y</span></p>`},
		{"hidden/focusable", `<div aria-hidden=true><iframe></iframe><button>x</button></div>`, `<div aria-hidden=true><iframe></iframe></div>`},
		{"hidden/focusable", `<p aria-hidden=true contenteditable tabindex=0>x</p>`, `<p aria-hidden=true contenteditable>x</p>`},
		{"hidden/decorative", `<iframe role=none tabindex=0></iframe>`, `<iframe role=none></iframe>`},
		{"hidden/nested-control", `<button><span tabindex=0>x</span><a href=x>y</a></button>`, `<button><span tabindex=0>x</span></button><a href=x>y</a>`},
		{"list/definitions", `<dl><li>x</li><p>x</p></dl>`, `<dl><li>x</li></dl>`},
		{"list/definitions", `<dl><dd>x</dd><dt>y</dt></dl>`, `<dl><div><dd>x</dd><dt>y</dt></div></dl>`},
		{"list/definitions", `<dl><span role=group>x</span></dl>`, `<dl><span role=term>x</span><span role=definition>y</span></dl>`},
		{"aria/role-not-allowed", `<input type=password role=searchbox>`, `<input type=password role=textbox>`},
		{"lang/unknown-part", `<p lang=em><img alt=x src=x></p>`, `<p lang=em><svg><text>x</text></svg></p>`},
		{"name/image-repeats", `<a href=x>Tea <img alt=tea src=x></a>`, `<div role=link>Tea <img alt=tea src=x></div>`},
		{"name/field", `<input type=checkbox>`, `<input type=checkbox placeholder=x>`},
		{"name/svg", `<svg role=img></svg>`, `<svg role=img title=x></svg>`},
		{"lang/unknown-part", `<p lang=em>x</p>`, `<p lang=em title=x></p>`},
	} {
		if !named(t, set, test.rule, test.both) {
			t.Errorf("%s: axe-core reports %s, and its rule is not named", test.rule, test.both)
		}
		if named(t, set, test.rule, test.ours) {
			t.Errorf("%s: axe-core lets pass %s, and its rule is named", test.rule, test.ours)
		}
	}
}

// named says whether what a check finds in a page names rules of axe-core. It
// must find something.
func named(t *testing.T, set *check.Set, rule, page string) bool {
	t.Helper()
	html, err := dom.Parse([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	view := check.NewView(html, "/x.html", css.NewLibrary(func(string) ([]byte, bool) { return nil, false }))
	found, err := set.Output(check.OutputPass{Path: "x.html", Data: []byte(page), HTML: html, View: view})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Rule == rule && f.Severity != "ask" {
			return len(f.Axe) > 0
		}
	}
	t.Errorf("%s finds nothing in %s", rule, page)
	return false
}
