package markdown

import (
	"encoding/json"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"handrail/internal/source"
)

// An example is one of a specification.
type example struct {
	Markdown, HTML, Section string
	Example                 int
}

func examples(t *testing.T, name string) []example {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// differences are what we write differently on purpose, as rewritings of what
// we wrote, each with its reason.
var differences = []struct {
	reason      string
	found       *regexp.Regexp
	replacement string
}{
	{"every element says where it came from", regexp.MustCompile(` data-at="[^"]*"`), ""},
	{"headings have ids, so that they can be linked to", regexp.MustCompile(`<(h[1-6]) id="[^"]*"`), "<$1"},
	{"code can be scrolled with the keyboard, and has a name", regexp.MustCompile(`<pre tabindex="0" role="group" aria-label="[^"]*">`), "<pre>"},
	{"code is coloured", regexp.MustCompile(`<span class="(?:st|nu|co|kw|tg|at|fn|in|de|he)">([^<]*)</span>`), "$1"},
	{"other sites are not told where a reader comes from", regexp.MustCompile(` rel="noreferrer"`), ""},
	{"tables can be scrolled with the keyboard, and have a name", regexp.MustCompile(`(?s)<div class="table-wrap"[^>]*>\n(<table>.*?</table>)\n</div>`), "$1"},
	{"header cells say what they head", regexp.MustCompile(` scope="col"`), ""},
	{"alignment is a class, since pages allow no inline styles", regexp.MustCompile(` class="align-(left|right|center)"`), ` align="$1"`},
	{"boxes of tasks have a name", regexp.MustCompile(`<input type="checkbox"( checked)?(?:="checked")? disabled="disabled" aria-label="[^"]*">`), `<input$1 disabled type="checkbox">`},
}

func normal(html string) string {
	for _, d := range differences {
		html = d.found.ReplaceAllString(html, d.replacement)
	}
	return modern(html)
}

// plainAddresses undoes GFM's links of bare addresses: CommonMark leaves them
// alone.
func plainAddresses(markdown, written string) string {
	link := regexp.MustCompile(`<a href="(?:mailto:)?([^"]+)">([^<]*)</a>`)
	return link.ReplaceAllStringFunc(written, func(a string) string {
		if m := link.FindStringSubmatch(a); m[1] == m[2] && !strings.Contains(markdown, "<"+html.UnescapeString(m[2])+">") {
			return m[2]
		}
		return a
	})
}

// modern makes XHTML's way of writing HTML's.
func modern(html string) string {
	return regexp.MustCompile(`<((?:br|hr|img)\b[^>]*?) ?/>`).ReplaceAllString(html, "<$1>")
}

// expected rewrites what a specification expects: comments are never written,
// and tags that take over a page are not let in, by the last rule of GFM.
func expected(html string) string {
	html = regexp.MustCompile(`(checked|disabled)=""`).ReplaceAllString(modern(html), "$1")
	html = regexp.MustCompile(`(?s)<!--(?:>|->|.*?-->)`).ReplaceAllString(html, "")
	return regexp.MustCompile(`(?i)<(/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)`).ReplaceAllString(html, "&lt;$1")
}

func render(t *testing.T, text string, o Options, r Rendering) (string, *Document) {
	t.Helper()
	d := Parse(source.NewFile("a.md", []byte(text)), 0, o)
	html, err := d.HTML(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(html), d
}

func TestCommonMark(t *testing.T) {
	all := examples(t, "testdata/commonmark.json")
	if len(all) != 652 {
		t.Fatalf("%d examples, want 652", len(all))
	}
	for _, e := range all {
		html, _ := render(t, e.Markdown, Options{AllowHTML: true}, Rendering{})
		if got, want := plainAddresses(e.Markdown, normal(html)), expected(e.HTML); got != want {
			t.Errorf("%d %s\n%s\ngot:\n%s\nwant:\n%s", e.Example, e.Section, e.Markdown, got, want)
		}
	}
}

func TestGFM(t *testing.T) {
	all := examples(t, "testdata/gfm.json")
	if len(all) != 24 {
		t.Fatalf("%d examples, want 24", len(all))
	}
	for _, e := range all {
		html, _ := render(t, e.Markdown, Options{AllowHTML: true}, Rendering{})
		if got, want := normal(html), expected(e.HTML); got != want {
			t.Errorf("%d %s\n%s\ngot:\n%s\nwant:\n%s", e.Example, e.Section, e.Markdown, got, want)
		}
	}
}
