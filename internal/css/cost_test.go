package css

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"handrail/internal/dom"
)

// article is a page of about 20 KB, with a style sheet of a usual size.
func article() (html, sheet string) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang=en><head><title>T</title></head><body><header class="site"><nav aria-label="Main"><ul>`)
	for i := range 8 {
		fmt.Fprintf(&b, `<li><a class="nav-link" href="/%d/">Page %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav></header><main id="main">`)
	for i := range 30 {
		fmt.Fprintf(&b, `<section class="block" id="s%d"><h2 class="title">Section %d</h2><p>Words with <em>weight</em>, <a href="#s%d">a link</a> and
			<code>code</code> that make up a paragraph of a usual length, so that text and tags are in a usual proportion.</p><p class="note">And
			another one, that is <strong>shorter</strong> but has more to say, <span class="more">or not</span>.</p><ul class="list"><li>One thing</li><li>Another</li></ul>
			<figure><img src="a.jpg" alt="A"><figcaption>Caption</figcaption></figure></section>`, i, i, i)
	}
	b.WriteString(`</main></body></html>`)
	var c strings.Builder
	c.WriteString(`:root{--ink:#222;--paper:#fff;--accent:#036}body{color:var(--ink);background:var(--paper);font:1rem/1.5 sans-serif}`)
	for i := range 60 {
		fmt.Fprintf(&c, `.c%d > .d%d, main .e%d:hover{margin:%dpx;color:var(--accent)}.block .note:nth-child(%d){padding:1px}`, i, i, i, i, i)
	}
	c.WriteString(`@media (max-width:40em){.block{display:block}}a{color:var(--accent)}li::before{content:"-"}.list > li{list-style:none}`)
	return b.String(), c.String()
}

// usual are properties that checks ask about.
var usual = []string{"display", "visibility", "color", "background-color", "font-size", "font-weight", "opacity", "line-height", "text-decoration-line"}

func askAll(s *Styles) {
	for _, e := range s.doc.Elements {
		for _, name := range usual {
			s.Value(e, name)
		}
		s.Displayed(e)
		s.Color(e, "color")
		s.Pseudo(e, "before")
		s.Pseudo(e, "after")
	}
}

func BenchmarkParse(b *testing.B) {
	html, _ := article()
	b.SetBytes(int64(len(html)))
	for b.Loop() {
		if _, err := dom.Parse([]byte(html)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStyles(b *testing.B) {
	html, sheet := article()
	html = strings.Replace(html, "</head>", "<link rel=stylesheet href=a.css></head>", 1)
	l := NewLibrary(func(string) ([]byte, bool) { return []byte(sheet), true })
	doc, err := dom.Parse([]byte(html))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(html)))
	for b.Loop() {
		askAll(l.Compute(doc, "", Desktop))
	}
}

// Sheets that are made to cost much are read in bounded time, and it is said
// when something was left out.
func TestHostileSheets(t *testing.T) {
	deep := strings.Repeat("<div class=a>", 400)
	for name, test := range map[string]struct {
		sheet string
		cut   bool
	}{
		"a million rules":      {strings.Repeat("p{color:red}", 1_000_000), true},
		"deep nesting":         {strings.Repeat("p{", 10_000) + strings.Repeat("}", 10_000), true},
		"deep media":           {strings.Repeat("@media all{", 10_000) + "p{color:red}" + strings.Repeat("}", 10_000), true},
		"deep brackets":        {"p{width:" + strings.Repeat("calc(", 50_000) + "1px}", false},
		"deep :not":            {strings.Repeat(":not(", 50_000) + "p{color:red}", false},
		"deep :is":             {strings.Repeat(":is(", 50_000) + "p" + strings.Repeat(")", 50_000) + "{color:red}", false},
		"a million names":      {"p{" + strings.Repeat("--a:b;", 200_000) + "}", false},
		"doubling variables":   {"p{--a0:x x" + doubling(60) + ";color:var(--a59)}", true},
		"a chain of variables": {"p{" + chain(20_000) + ";color:var(--a0)}", true},
		"doubling ampersands":  {strings.Repeat("& &{", 40) + "color:red" + strings.Repeat("}", 40), false},
		"many descendants":     {strings.Repeat(".a ", 150) + ".b{color:red}" + strings.Repeat(".a>.a ", 60) + ".b>.a{color:red}", false},
		":has everywhere":      {strings.Repeat(":has(.x .y){color:red}", 100), false},
		"many layers":          {layers(20_000), true},
		"deep fallbacks":       {"p{color:" + strings.Repeat("var(--a,", 20_000) + "}", false},
		"deep colours":         {"p{color:" + strings.Repeat("color-mix(in srgb, red, ", 20_000) + "}", false},
		"deep media query":     {"@media " + strings.Repeat("(", 50_000) + "{p{color:red}}", false},
		"deep supports":        {"@supports " + strings.Repeat("(", 50_000) + "{p{color:red}}", false},
	} {
		doc, err := dom.Parse([]byte(deep + "<p id=x>"))
		if err != nil {
			t.Fatal(err)
		}
		begun := time.Now()
		s := Compute(doc, []Sheet{{Data: []byte(test.sheet)}}, Desktop)
		askAll(s)
		if took := time.Since(begun); took > time.Minute {
			t.Errorf("%s took %v", name, took)
		} else if os.Getenv("VERBOSE") != "" {
			t.Log(name, took)
		}
		if test.cut && !s.Cut {
			t.Errorf("%s: nobody is told that something was left out", name)
		}
	}
}

func doubling(n int) string {
	var b strings.Builder
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, ";--a%d:var(--a%d) var(--a%d)", i, i-1, i-1)
	}
	return b.String()
}

func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "--a%d:var(--a%d);", i, i+1)
	}
	return b.String()
}

func layers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "@layer a%d;", i)
	}
	return b.String()
}
