package theme

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"handrail/internal/dom"
	"handrail/internal/source"
)

// TestMark looks for what a layout is written with once its tags say where they
// stand. @ stands for the attribute.
func TestMark(t *testing.T) {
	for _, c := range []struct{ layout, want string }{
		{`<p>a</p>`, `<p@0>a</p>`},
		{`<br/><img alt="" />`, `<br@0/><img alt="" @5/>`},
		{`<h1{{with .At "title"}} data-at="{{.}}"{{end}}>`, `<h1{{with .At "title"}} data-at="{{.}}"{{end}}@0>`},
		{`<h{{.Level}} id="a>b">`, `<h{{.Level}} id="a>b"@0>`},
		{`<a href={{.Href}}>{{if gt 1 2}}<b>{{end}}`, `<a href={{.Href}}@0>{{if gt 1 2}}<b@31>{{end}}`},
		{`{{/* <p> }} */}}<p>`, `{{/* <p> }} */}}<p@16>`},
		{`{{"<p>}}"}}{{` + "`<p>}}`" + `}}<p>`, `{{"<p>}}"}}{{` + "`<p>}}`" + `}}<p@22>`},
		{`<!-- <p> --><p>`, `<!-- <p> --><p@12>`},
		{`<script>a<b>"</script><i>`, `<script@0>a<b>"</script><i@22>`},
		{`<title>a <b></title>`, `<title@0>a <b></title>`},
		{`a < b <3 </p>`, `a < b <3 </p>`},
		{`<p class="`, `<p class="`},
		{`{{.A`, `{{.A`},
		{`<p>é<b>`, `<p@0>é<b@5>`},
	} {
		have := mark(source.NewFile("themes/m/a.html", []byte(c.layout)))
		if short := strings.NewReplacer(` data-hr-layout="themes/m/a.html:`, "@").Replace(have); strings.ReplaceAll(short, `"`, "") != strings.ReplaceAll(c.want, `"`, "") {
			t.Errorf("%s became %s, want %s", c.layout, short, c.want)
		}
		if back := string(dom.StripAt([]byte(have))); !strings.Contains(c.layout, "data-at") && back != c.layout {
			t.Errorf("%s came back as %s", c.layout, back)
		}
	}
}

// TestMarkedPages makes the same page of a layout that people can change and of
// one that is built in, but for where it was written.
func TestMarkedPages(t *testing.T) {
	layouts := fstest.MapFS{"layouts/page.html": {Data: []byte(`{{define "base"}}<p{{if .}} class="{{.}}"{{end}}>{{.}}<input {{if .}}checked{{end}}><a href={{.}} title='{{.}}'>
<script>if (1 < 2) { "{{.}}" }</script><svg><path/></svg><style>a{color:{{.}}}</style>{{end}}`)}}
	var pages []string
	for _, own := range []bool{false, true} {
		th, _, err := Load("m", Layers{{FS: layouts, Path: "themes/m", Own: own}})
		if err != nil {
			t.Fatal(err)
		}
		page, err := th.Page(context.Background(), "page", "a&\"b")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(page), "themes/m/layouts/page.html") != own || (len(th.Sources) == 1) != own {
			t.Errorf("own %v: %s", own, page)
		}
		pages = append(pages, string(dom.StripAt(page)))
	}
	if pages[0] != pages[1] {
		t.Errorf("the pages differ:\n%s\n%s", pages[0], pages[1])
	}
}

// FuzzMark marks any template: what is cut out again leaves it as it was.
func FuzzMark(f *testing.F) {
	for _, seed := range []string{`<p class="{{.}}">`, `{{/* */}}<br/>`, `<script></script>`, "{{`", `<!--`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, layout string) {
		if strings.Contains(layout, " data-") {
			return
		}
		if back := string(dom.StripAt([]byte(mark(source.NewFile("a.html", []byte(layout)))))); back != layout {
			t.Errorf("%q came back as %q", layout, back)
		}
	})
}
