package audit_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"handrail/internal/check"
	"handrail/internal/checks"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/themes"
)

// benchPage is a page of about 20 KB like those that a library has: a header, a
// way through the site, parts with headings, lists, tables, pictures and a form.
func benchPage() []byte {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Open meetings: what to ask before you come</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head><body>
<a class="skip" href="#main">To the text</a><header class="top"><div class="strip"><p class="site"><a href="/">Handrail</a></p>
<nav aria-label="Main"><ul>`)
	for _, word := range []string{"Stories", "Guides", "Workbooks", "Events", "Glossary", "About"} {
		fmt.Fprintf(&b, `<li><a href="/%s/">%s</a></li>`, strings.ToLower(word), word)
	}
	b.WriteString(`</ul></nav></div></header><main id="main" tabindex="-1"><article class="prose"><h1>Open meetings</h1>
<p class="lead">Who invites people to a meeting has thought about it for weeks; who comes has one evening to decide.</p>`)
	for i := range 32 {
		fmt.Fprintf(&b, `<section aria-labelledby="part-%d"><h2 id="part-%d">Part %d: before the meeting</h2>
<p>Say who pays for the journey, <em>before</em> anybody has to ask, and say it in <a href="/guides/money/">the words of the guide</a>.
Nobody should have to lend an organisation money for a ticket. If a form is needed, fill it in for them and let them sign.</p>
<ul><li>Write down what will be asked.</li><li>Say how long it takes, <strong>with breaks</strong>.</li><li>Name the person who can be called.</li></ul>`, i, i, i)
		switch i % 4 {
		case 1:
			b.WriteString(`<table><thead><tr><th scope="col">What</th><th scope="col">Who</th></tr></thead><tbody><tr><td>Ticket</td><td>We</td></tr><tr><td>Meal</td><td>We</td></tr></tbody></table>`)
		case 2:
			fmt.Fprintf(&b, `<figure class="picture"><img src="/door-%d.jpg" alt="A door with a ramp and a bell" width="800" height="600"><figcaption>The side entrance</figcaption></figure>`, i)
		case 3:
			fmt.Fprintf(&b, `<form action="/answer/"><p><label for="n%d">Your name</label> <input id="n%d" name="name" autocomplete="name"></p><p><button>Send</button></p></form>`, i, i)
		}
		b.WriteString("</section>\n")
	}
	b.WriteString(`</article></main><footer class="end"><p class="small">Made by many people. <a href="/reuse/">Take it and change it.</a></p></footer></body></html>`)
	return []byte(b.String())
}

// colors are what a theme's settings put before its style sheet.
const colors = `:root{--paper:#fff;--card:#fff;--sunk:#eee;--ink:#222;--soft:#333;--line:#999;--edge:#666;--link:#036;--rail:#c80;
--clay:#521;--sage:#243;--mint:#eee;--sky:#eee;--sun:#eee;--scale:100%;--text:serif}
@media (prefers-color-scheme:dark){:root{--paper:#111;--card:#222;--sunk:#222;--ink:#eee;--soft:#ddd;--line:#555;--edge:#999;
--link:#bdf;--rail:#c80;--clay:#fba;--sage:#bdb;--mint:#222;--sky:#222;--sun:#222}}
`

// BenchmarkAudit compares what an audit of one page takes with what the parser
// alone takes to read it. One style sheet serves all pages, as in a site.
func BenchmarkAudit(b *testing.B) {
	page := benchPage()
	sheet, err := themes.FS.ReadFile("plain/assets/style.css")
	if err != nil {
		b.Fatal(err)
	}
	sheet = append([]byte(colors), sheet...)
	b.Logf("%d bytes of page, %d of style sheet", len(page), len(sheet))
	set := checks.All()
	library := css.NewLibrary(func(string) ([]byte, bool) { return sheet, true })
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("audit", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			doc, err := dom.Parse(page)
			if err != nil {
				b.Fatal(err)
			}
			found, err := set.Output(check.OutputPass{Path: "a.html", Data: page, HTML: doc, View: check.NewView(doc, "/a.html", library)})
			if err != nil {
				b.Fatal(err)
			}
			if len(found) > 3 {
				b.Fatalf("%d findings on a page that has none: %v", len(found), found[0])
			}
		}
	})
	b.Run("one-by-one", func(b *testing.B) {
		for _, c := range set.All() {
			if c.Output == nil || c.Own {
				continue
			}
			b.Run(c.ID, func(b *testing.B) {
				one := check.NewSet([]*check.Check{c})
				doc, _ := dom.Parse(page)
				for b.Loop() {
					_, _ = one.Output(check.OutputPass{Path: "a.html", Data: page, HTML: doc, View: check.NewView(doc, "/a.html", library)})
				}
			})
		}
	})
}
