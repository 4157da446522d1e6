package audit_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"handrail/internal/build"
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

// manyLinks is a page like a list of everything: a few hundred links.
func manyLinks() []byte {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Everything, from A to Z</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head><body>
<a class="skip" href="#main">To the text</a><main id="main" tabindex="-1"><h1>Everything, from A to Z</h1>`)
	for i := range 20 {
		fmt.Fprintf(&b, "<h2>Part %d</h2>\n<ul class=\"plain-list\">\n", i)
		for j := range 15 {
			fmt.Fprintf(&b, "<li><a href=\"/stories/%d/%d/\">The story of day %d in year %d</a></li>\n", i, j, j, i)
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</main></body></html>")
	return []byte(b.String())
}

// A benched is a page that is audited over and over.
type benched struct {
	path string
	data []byte
}

// libraryPages are the finished pages of the example library, and its style
// sheets by their addresses.
func libraryPages(b *testing.B) (pages []benched, sheets map[string][]byte) {
	b.Helper()
	sheets = map[string][]byte{}
	var mu sync.Mutex
	_, err := build.Run(b.Context(), build.Options{Source: "../..", ConfigFile: "handrail.toml", Today: time.Now(), Checks: checks.All(), BaseURL: "https://library.example/"},
		func(path string, data []byte, _ []string) error {
			mu.Lock()
			defer mu.Unlock()
			switch {
			case strings.HasSuffix(path, ".html"):
				pages = append(pages, benched{path, dom.StripAt(data)})
			case strings.HasSuffix(path, ".css"):
				sheets["/"+path] = data
			}
			return nil
		})
	if err != nil {
		b.Fatal(err)
	}
	return pages, sheets
}

// BenchmarkAudit compares what an audit takes with what the parser alone takes
// to read the same pages. Both take turns on one goroutine, so that whatever
// else the machine does, it does to both. One style sheet serves all pages, as in
// a site.
//
//	go test ./internal/audit -run xx -bench Audit
func BenchmarkAudit(b *testing.B) {
	sheet, err := themes.FS.ReadFile("plain/assets/style.css")
	if err != nil {
		b.Fatal(err)
	}
	sheet = append([]byte(colors), sheet...)
	everywhere := css.NewLibrary(func(string) ([]byte, bool) { return sheet, true })
	b.Run("page", func(b *testing.B) { compare(b, []benched{{"a.html", benchPage()}}, everywhere) })
	b.Run("links", func(b *testing.B) { compare(b, []benched{{"a.html", manyLinks()}}, everywhere) })
	b.Run("library", func(b *testing.B) {
		pages, sheets := libraryPages(b)
		compare(b, pages, css.NewLibrary(func(address string) ([]byte, bool) { data, ok := sheets[address]; return data, ok }))
	})
}

// compare reports how long pages take to parse and to audit, and how many times as
// long the audit takes: in the middle of all rounds, and at best, with nothing
// else going on.
func compare(b *testing.B, pages []benched, library *css.Library) {
	set := checks.All()
	parsing, auditing := make([][]float64, len(pages)), make([][]float64, len(pages))
	for b.Loop() {
		for i, page := range pages {
			start := time.Now()
			if _, err := html.Parse(bytes.NewReader(page.data)); err != nil {
				b.Fatal(err)
			}
			between := time.Now()
			auditPage(b, set, library, page)
			auditing[i] = append(auditing[i], time.Since(between).Seconds())
			parsing[i] = append(parsing[i], between.Sub(start).Seconds())
		}
	}
	var parsed, audited, leastParsed, leastAudited float64
	for i := range pages {
		slices.Sort(parsing[i])
		slices.Sort(auditing[i])
		parsed += parsing[i][len(parsing[i])/2]
		audited += auditing[i][len(auditing[i])/2]
		leastParsed += parsing[i][0]
		leastAudited += auditing[i][0]
	}
	b.ReportMetric(parsed*1e6/float64(len(pages)), "µs-parse")
	b.ReportMetric(audited*1e6/float64(len(pages)), "µs-audit")
	b.ReportMetric(audited/parsed, "times-parse")
	b.ReportMetric(leastAudited/leastParsed, "times-at-best")
}

func auditPage(b *testing.B, set *check.Set, library *css.Library, page benched) {
	doc, err := dom.Parse(page.data)
	if err != nil {
		b.Fatal(err)
	}
	view := check.NewView(doc, "/"+page.path, library)
	defer view.Done()
	found, err := set.Output(check.OutputPass{Path: page.path, Data: page.data, HTML: doc, View: view})
	if err != nil {
		b.Fatal(err)
	}
	if len(found) > 3 {
		b.Fatalf("%d findings on a page that has none: %v", len(found), found[0])
	}
}

// BenchmarkEach is one check at a time over a page that is parsed already, to see
// which is slow.
func BenchmarkEach(b *testing.B) {
	page := benchPage()
	sheet, err := themes.FS.ReadFile("plain/assets/style.css")
	if err != nil {
		b.Fatal(err)
	}
	library := css.NewLibrary(func(string) ([]byte, bool) { return append([]byte(colors), sheet...), true })
	for _, c := range checks.All().All() {
		if c.Output == nil || c.Own {
			continue
		}
		b.Run(c.ID, func(b *testing.B) {
			one := check.NewSet([]*check.Check{c})
			doc, err := dom.Parse(page)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				_, _ = one.Output(check.OutputPass{Path: "a.html", Data: page, HTML: doc, View: check.NewView(doc, "/a.html", library)})
			}
		})
	}
}
