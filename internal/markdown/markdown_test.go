package markdown

import (
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing"

	"handrail/internal/source"
)

// TestHTML says what readers get. The places, which TestPlaces looks at, are
// taken out.
func TestHTML(t *testing.T) {
	pictures := Rendering{Picture: func(i Image) (Picture, bool) {
		return Picture{Src: "/" + i.Destination, SrcSet: "/s.png 400w", Sizes: "100vw", Width: 4, Height: 3, Credit: strings.TrimSuffix(i.Destination, ".png")[1:]}, i.Destination != "none.png"
	}}
	terms := Rendering{Terms: []Term{{"pay", "g#pay", "pay"}, {"pay slip", "g#slip", "slip"}, {"Überstunden", "g#u", "u"}, {"幸存者", "g#z", "z"}}}
	for _, c := range []struct {
		name, markdown, want string
		r                    Rendering
	}{
		{"a span in another language", "[palabra *dos*]{lang=es}", `<span lang="es" dir="ltr">palabra <em>dos</em></span>`, Rendering{}},
		{"a span from right to left", "[كلمة]{lang=ar}", `<span lang="ar" dir="rtl">`, Rendering{}},
		{"a span over two lines", "one [two\nthree]{.a} four", "<p>one <span class=\"a\">two\nthree</span> four</p>", Rendering{}},
		{"a span beside emphasis", "*a [b* c]{.d}", `<p>*a <span class="d">b* c</span></p>`, Rendering{}},
		{"a span around a link", "[a [b](c)]{.d}", `<span class="d">a <a href="c">b</a></span>`, Rendering{}},
		{"escaped brackets are no span", `\[a]{.b}`, `<p>[a]{.b}</p>`, Rendering{}},
		{"words in braces stay", "[a]{b} and {c}", `<p>[a]{b} and {c}</p>`, Rendering{}},
		{"attributes after emphasis, code and links", "*a*{.b} `c`{#d} [e](f){.g}", `<em class="b">a</em> <code id="d">c</code> <a class="g" href="f">e</a>`, Rendering{}},
		{"attributes of a heading", "## Title {#id .c lang=ar}", `<h2 id="id" class="c" lang="ar" dir="rtl">Title</h2>`, Rendering{}},
		{"attributes of an underlined heading", "Title {#id}\n===", `<h1 id="id">Title</h1>`, Rendering{}},
		{"ids of headings are unique", "# A\n# A\n# A-1 {#a-1}", "<h1 id=\"a\">A</h1>\n<h1 id=\"a-2\">A</h1>\n<h1 id=\"a-1\">A-1</h1>", Rendering{}},
		{"ids keep letters of any language", "# ¿Qué *pasa* & por qué?", `<h1 id="qué-pasa--por-qué">`, Rendering{}},
		{"scripts are never links", "[a](javascript:b) [c](JAVA\tSCRIPT:d) <data:e> [f](<&#x1;javascript:g>)", `<p>a [c](JAVA	SCRIPT:d) data:e f</p>`, Rendering{}},
		{"other sites are not told where a reader was", "[a](https://b.example)", `<a href="https://b.example" rel="noreferrer">a</a>`, Rendering{}},
		{"the site says where links lead", "[a](b.md)", `<a href="/b/" rel="noreferrer">a</a>`, Rendering{Link: func(l Link) Target {
			return Target{Href: "/" + strings.TrimSuffix(l.Destination, ".md") + "/", External: true}
		}}},
		{"a link to a page in another language says so", "[a](b.md)", `<a href="/b/" hreflang="en">a</a> <span class="note-language">(in English)</span>`, Rendering{Link: func(Link) Target { return Target{Href: "/b/", HrefLang: "en", Note: "in English"} }}},
		{"raw HTML is left out", "a <b>c</b>\n\n<div>\nd\n</div>\n\ne", "<p>a c</p>\n<p>e</p>", Rendering{}},
		{"a picture alone has its caption and credit", `![Boots](_me.png "By the door")`, "<figure>\n<img src=\"/_me.png\" srcset=\"/s.png 400w\" sizes=\"100vw\" alt=\"Boots\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">\n<figcaption>By the door <span class=\"credit\">me</span></figcaption>\n</figure>", pictures},
		{"a picture without either is no figure", `![Boots](_.png)`, `<p><img src="/_.png"`, pictures},
		{"a picture among words has no figure", `a ![Boots](_me.png "b")`, `<p>a <img src=`, pictures},
		{"a decorative picture has an empty alternative", `![](_.png){decorative}`, ` alt="" `, pictures},
		{"a picture that is not there leaves its words", `a ![Boots](none.png) b`, `<p>a Boots b</p>`, pictures},
		{"footnotes say where they lead", "a[^x] b[^x]\n\n[^x]: c", `<p>a<sup><a id="fnref-1" href="#fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> b<sup><a id="fnref-1-2"`, Rendering{}},
		{"each way back from a footnote has its own name", "a[^x] b[^x]\n\n[^x]: c", `aria-label="Back to the text, footnote 1">↩︎</a> <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to the text, footnote 1-2">`, Rendering{}},
		{"footnotes are in the order of the text", "a[^y][^x]\n\n[^x]: c\n[^y]: d", "<li id=\"fn-1\">\n<p>d", Rendering{}},
		{"a footnote that nothing refers to is not lost", "a\n\n[^x]: c", "<li id=\"fn-1\">\n<p>c</p>\n</li>", Rendering{}},
		{"a footnote written in another is not lost", "a[^x] b[^y]\n\n[^x]: c\n\n    [^y]: d", "<li id=\"fn-2\">\n<p>d ", Rendering{}},
		{"interface words are the page's", "a[^x]\n\n[^x]: c", `aria-label="Nota 1"`, Rendering{Words: func(key string) string { return map[string]string{"footnote": "Nota {n}"}[key] }}},
		{"a table has a name", "|a|b|\n|-|-|", `<div class="table-wrap" role="group" tabindex="0" aria-label="Table: a, b">`, Rendering{}},
		{"a definition list", "a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>", Rendering{}},
		{"items of a checklist can be ticked", ":::checklist\n- [ ] a *b*\n- c\n:::", "<li><label><input type=\"checkbox\" autocomplete=\"off\"> a <em>b</em></label>\n</li>", Rendering{}},
		{"a container without a theme", ":::note {#x lang=ar}\na\n:::", "<div id=\"x\" class=\"note\" lang=\"ar\" dir=\"rtl\">\n<p>a</p>\n</div>", Rendering{}},
		{"the first use of a term is a link, its longest form", "No PAY\nslip, no pay. Pay slip.", "No <a class=\"term\" href=\"g#slip\">PAY\nslip</a>, no <a class=\"term\" href=\"g#pay\">pay</a>. Pay slip.", terms},
		{"terms are whole words of any language", "Payment ÜBERSTUNDEN, überstundenlos", `Payment <a class="term" href="g#u">ÜBERSTUNDEN</a>, überstundenlos`, terms},
		{"terms where no spaces are written", "她是幸存者。", `她是<a class="term" href="g#z">幸存者</a>。`, terms},
		{"no terms in headings, links, code and other languages", "# Pay\n\n[pay](a) `pay` [pay]{lang=es}\n\n:::note {lang=es}\npay\n:::\n\npay", "<p><a class=\"term\" href=\"g#pay\">pay</a></p>", terms},
		{"line endings of Windows and old Macs", "# a\r\n\r\nb\rc\r\n", "<h1 id=\"a\">a</h1>\n<p>b\nc</p>", Rendering{}},
		{"quotation marks in attributes cannot be left", `![a"b](c "d'>")`, `alt="a&quot;b" title="d'&gt;"`, Rendering{}},
	} {
		html, _ := render(t, c.markdown, Options{}, c.r)
		if got := differences[0].found.ReplaceAllString(html, ""); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\nlacks\n%s", c.name, got, c.want)
		}
	}
}

func TestAllowedHTML(t *testing.T) {
	html, d := render(t, "<b>a</b> <!-- b --> <script>c</script>", Options{AllowHTML: true}, Rendering{})
	if want := "<b>a</b>  &lt;script>c&lt;/script></p>"; !strings.Contains(html, want) {
		t.Errorf("%s lacks %s", html, want)
	}
	if len(d.Problems) != 0 {
		t.Errorf("reported though it is allowed: %v", d.Problems)
	}
}

// TestProblems says what writers are told, and where.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, markdown, want string }{
		{"unknown container", "a\n\n:::promt\nb\n:::", "3:1 markdown/unknown-container there is no container called `promt` | Did you mean :::prompt?"},
		{"unclosed container", "a\n\n:::note\nb", "3:1 markdown/unclosed-container this note is never closed | Write ::: on a line of its own where it ends."},
		{"closing nothing", "a\n\n:::\n", "3:1 markdown/unclosed-container this ::: closes nothing"},
		{"words after a container's name", ":::note Look here\nb\n:::", "1:9 markdown/attributes only attributes in braces may follow"},
		{"attribute without a value", "- é :x\n- b\n\n  :::note {lines=}\n  :::", "4:18 markdown/attributes `lines=` has no value | Write it like lines=\"some words\"."},
		{"attribute twice", ":::note {a=1 a=2}\n:::", "1:14 markdown/attributes `a` is written twice"},
		{"attributes never closed", ":::note {a=1\n:::", "1:9 markdown/attributes the attributes that begin here have no closing }"},
		{"curly quotes", ":::note {title=“a b”}\n:::", "1:16 markdown/attributes the value of `title` is in curly quotes"},
		{"quotation mark missing", `[a]{lang="es}`, "1:10 markdown/attributes the value of `lang` has no closing \""},
		{"unknown attribute", "[a]{lnag=es}", "1:5 markdown/attributes `lnag` cannot be used here | Did you mean lang?"},
		{"unknown language", "# A {lang=español}", "1:6 markdown/attributes `español` is not"},
		{"raw HTML", "a\n\nb <em>c</em>", "3:3 markdown/raw-html HTML is left out: `<em>`"},
		{"open comment", "a\n\n<!-- b\n\nc", "3:1 markdown/raw-html this comment is never closed"},
		{"dangerous link", "é [a](vbscript:b)", "1:3 markdown/dangerous-link the address of this link could run a program"},
		{"dangerous picture", "![a](data:b)", "1:1 markdown/dangerous-link the address of this picture"},
		{"zero byte", "a\nb\x00", "2:2 markdown/encoding there is a zero byte here"},
		{"bad UTF-8", "a\nb\xff", "2:2 markdown/encoding this file is not saved as UTF-8"},
		{"too deep", strings.Repeat("> ", 200) + "a", "1:203 markdown/too-costly"},
	} {
		_, d := render(t, c.markdown, Options{}, Rendering{})
		if len(d.Problems) != 1 {
			t.Errorf("%s: %d problems: %v", c.name, len(d.Problems), d.Problems)
			continue
		}
		p := d.Problems[0]
		if got := fmt.Sprintf("%d:%d %s %s | %s", p.At.Line, p.At.Col, p.Rule, p.Message, p.Fix); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestManyProblemsAreCutShort(t *testing.T) {
	_, d := render(t, strings.Repeat("a <b> ", 1000), Options{}, Rendering{})
	if len(d.Problems) != maxTold || !strings.Contains(d.Problems[maxTold-1].Message, "more like it") {
		t.Errorf("%d problems, the last %q", len(d.Problems), d.Problems[len(d.Problems)-1].Message)
	}
}

// TestPlaces finds the writer's words again at every data-at.
func TestPlaces(t *testing.T) {
	body := "# Head\r\n\r\nA *mark* and `code`, [link](a) ![pic](b).\r\n\r\n- item\r\n\r\n| th | x |\r\n|----|---|\r\n| td |\r\n\r\n> quote\r\n\r\nhttps://c.example\r\n"
	file := source.NewFile("content/a.md", []byte("+++\r\ntitle = 1\r\n+++\r\n"+body))
	d := Parse(file, len(file.Data)-len(body), Options{})
	html, err := d.HTML(Rendering{})
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string]string{"h1": "# Head", "p": "A *mark*", "em": "*mark*", "code": "`code`", "a": "[link]", "img": "![pic]",
		"li": "- item", "th": "th |", "td": "td |", "blockquote": "> quote"} {
		_, after, _ := strings.Cut(string(html), "<"+tag+" ")
		_, after, _ = strings.Cut(after, `data-at="content/a.md:`)
		var offset int
		fmt.Sscan(after, &offset)
		if got := strings.TrimLeft(string(file.Data[offset:]), " "); !strings.HasPrefix(got, want) {
			t.Errorf("%s came from %.10q, want %q", tag, got, want)
		}
	}
	if at := d.Links[1].At; at.Line != 16 || at.Col != 1 {
		t.Errorf("the address is at %v", at)
	}
}

func TestDocument(t *testing.T) {
	_, d := render(t, "# A &amp; *b*\n\n![one\ntwo](p.png \"cap\") [x `y`](z%20w.md \"t\") <https://q.example>\n\n- i\n\n  j\n\n> k\n\n|h|\n|-|\n|c|\n|d|\n\n<!-- handrail-ignore a/b: c -->\n", Options{}, Rendering{})
	var blocks []string
	for _, b := range d.Blocks {
		blocks = append(blocks, string(b.Kind)+":"+b.Text)
	}
	if got, want := strings.Join(blocks, "|"), "heading:A & b|paragraph:one two x y https://q.example|item:i|item:j|quote:k|cell:h|cell:c|cell:d"; got != want {
		t.Errorf("blocks %s\nwant %s", got, want)
	}
	if got := d.Headings[0]; got.Text != "A & b" || got.ID != "a--b" || got.Level != 1 {
		t.Errorf("heading %+v", got)
	}
	if got := d.Links[0]; got.Destination != "z%20w.md" || got.Text != "x y" || got.Title != "t" || got.Auto {
		t.Errorf("link %+v", got)
	}
	if got := d.Links[1]; !got.Auto || got.Text != "https://q.example" {
		t.Errorf("autolink %+v", got)
	}
	if got := d.Images[0]; got.Alt != "one two" || got.Title != "cap" || !got.AltWritten || got.Decorative {
		t.Errorf("image %+v", got)
	}
	if got := d.Tables[0]; got.Rows != 2 || len(got.Header) != 1 || got.Header[0] != "h" {
		t.Errorf("table %+v", got)
	}
	if got := d.Comments[0]; got.Text != "handrail-ignore a/b: c" || got.At.Line != 17 {
		t.Errorf("comment %+v", got)
	}
	if got := d.Words(); got != 15 {
		t.Errorf("%d words", got)
	}
}

func TestIDs(t *testing.T) {
	_, d := render(t, "# A\n\n[b]{#b}\n\n:::note {#c}\n## D {#d}\n:::\n\nx[^1]\n\n[^1]: y\n", Options{}, Rendering{})
	var got []string
	for _, id := range d.IDs {
		got = append(got, fmt.Sprintf("%s %d %v", id.ID, id.At.Line, id.Explicit))
	}
	if want := "a 1 false, b 3 true, c 5 true, d 6 true"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

func TestContainerError(t *testing.T) {
	_, err := Parse(source.NewFile("a.md", []byte(":::note\na\n:::")), 0, Options{}).HTML(Rendering{
		Container: func(*Container, ContainerHTML) (template.HTML, error) { return "", errors.New("no layout") }})
	if err == nil || err.Error() != "writing the note in a.md:0: no layout" {
		t.Errorf("error %v", err)
	}
}
