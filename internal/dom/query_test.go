package dom

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

func TestSource(t *testing.T) {
	d := parse(t, `<main data-at="content/en/a:b.md:7"><p data-at="content/en/x.md:123">a <b>c</b></p><i data-at="broken">x</i></main><hr>`)
	for _, c := range []struct {
		tag, path string
		offset    int
		ok        bool
	}{
		{"b", "content/en/x.md", 123, true}, {"main", "content/en/a:b.md", 7, true},
		{"i", "content/en/a:b.md", 7, true}, {"hr", "", 0, false},
	} {
		path, offset, ok := d.All(c.tag)[0].Source()
		if path != c.path || offset != c.offset || ok != c.ok {
			t.Errorf("%s comes from %q %d %v", c.tag, path, offset, ok)
		}
	}
}

func TestPosition(t *testing.T) {
	d := parse(t, "<p>é <b>x</b>\r\n  <i>y</i>")
	for tag, want := range map[string][2]int{"b": {1, 6}, "i": {2, 3}, "body": {1, 1}} {
		line, col := d.All(tag)[0].Position()
		if line != want[0] || col != want[1] {
			t.Errorf("%s at %d:%d, want %v", tag, line, col, want)
		}
	}
}

func TestSelectors(t *testing.T) {
	d := parse(t, `<main id=m><p>a<p id="1 x">b<p id=two>c<p id=two>d<x:y"z>e</x:y"z></main><div><p><b>x</b></div>`+
		`<svg><linearGradient/><linearGradient/></svg><p id="-"><p id="-5"><p id="ü.a">`)
	for _, e := range d.Elements {
		selects(t, d, e)
	}
	for tag, want := range map[string]string{"main": "#m", "div": "html > body > div:nth-child(2)", "b": "html > body > div:nth-child(2) > p > b", "body": "html > body"} {
		if got := d.All(tag)[0].Selector(); got != want {
			t.Errorf("selector of %s is %s, want %s", tag, got, want)
		}
	}
	if got := d.All("p")[1].Selector(); got != `#\31 \ x` {
		t.Errorf("selector is %s", got)
	}
}

func TestFind(t *testing.T) {
	d := parse(t, `<ul><li class=a>1<li>2<li class=a>3</ul><noscript><img src=x></noscript>`)
	for selector, want := range map[string]string{"li.a": "13", "li:not(.a)": "2", "b": ""} {
		found, err := d.Find(selector)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range found {
			got += e.Text()
		}
		if got != want {
			t.Errorf("%s finds %q, want %q", selector, got, want)
		}
	}
	if found, _ := d.Find("noscript img"); len(found) != 1 {
		t.Error("what readers without scripts see is not found")
	}
	if _, err := d.Find("li["); err == nil {
		t.Error("a broken selector is no error")
	}
}

// Checks read one page at once; the race detector watches this test.
func TestManyReaders(t *testing.T) {
	d := parse(t, `<p id=a>x<b>y</b>`)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			found, err := d.Find("p > b")
			if err != nil || len(found) != 1 || found[0].Selector() != "#a > b" || found[0].Place("x.html").Col != 10 {
				t.Errorf("found %v, %v", found, err)
			}
		})
	}
	all.Wait()
}

func TestIDs(t *testing.T) {
	d := parse(t, `<p id=a><p id=b><p id=a><p id=b><p id=b><template><p id=c></template><p id=c><p id="">`)
	var got []string
	for _, same := range d.DuplicateIDs() {
		id, _ := same[0].Attribute("id")
		got = append(got, strings.Repeat(id, len(same)))
	}
	if !slices.Equal(got, []string{"aa", "bbb"}) {
		t.Errorf("duplicates are %v", got)
	}
	if d.ByID("c") == nil || d.ByID("c").Offset < 60 || d.ByID("z") != nil {
		t.Error("ids lead to the wrong elements")
	}
}

func TestTextAndComments(t *testing.T) {
	d := parse(t, `<title>A &amp; B</title><body>x<script>s</script><b>y<i>z</i></b><!-- one --><svg><title>t</title></svg><!--two--><noscript>n</noscript>`)
	if got := d.All("body")[0].Text(); got != "xyzt" {
		t.Errorf("text is %q", got)
	}
	if got := d.All("script")[0].Text(); got != "s" {
		t.Errorf("text of the script is %q", got)
	}
	if got := d.All("title")[0].Text(); got != "A & B" {
		t.Errorf("title is %q", got)
	}
	if len(d.Comments) != 2 || d.Comments[0].Text != " one " || d.Comments[1].Text != "two" {
		t.Errorf("comments are %v", d.Comments)
	}
}

func TestAttributes(t *testing.T) {
	d := parse(t, `<svg viewbox="0 0 1 1" XLINK:href=#a b=1 B=2 a='&lt;'>`)
	svg := d.All("svg")[0]
	want := []Attribute{{"viewBox", "0 0 1 1"}, {"xlink:href", "#a"}, {"b", "1"}, {"a", "<"}}
	if !slices.Equal(svg.Attributes, want) || svg.Namespace != SVG {
		t.Errorf("attributes are %v", svg.Attributes)
	}
}

func TestInside(t *testing.T) {
	d := parse(t, `<div><p>a<b>b</b></p></div><i>c</i>`)
	var tags []string
	for _, e := range d.All("div")[0].Inside() {
		tags = append(tags, e.Tag)
	}
	if !slices.Equal(tags, []string{"p", "b"}) {
		t.Errorf("inside div: %v", tags)
	}
}

func TestStripAt(t *testing.T) {
	for in, want := range map[string]string{
		`<p data-at="a:b.md:1" class="x"><b data-at="c:2">d</b></p>`: `<p class="x"><b>d</b></p>`,
		`<p data-at="never closed`:                                   `<p data-at="never closed`,
		`nothing`:                                                    `nothing`, ``: ``,
		`<p data-at="">`: `<p>`,
	} {
		if got := string(StripAt([]byte(in))); got != want {
			t.Errorf("StripAt(%q) = %q", in, got)
		}
	}
	in := []byte("same")
	if &StripAt(in)[0] == &in[0] {
		t.Error("the input itself came back")
	}
}

// BenchmarkParse compares Parse with the parser alone, on a page of 20 KB.
func BenchmarkParse(b *testing.B) {
	page := benchmarkPage()
	b.Run("alone", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("dom", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			if _, err := Parse(page); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchmarkPage() []byte {
	var b bytes.Buffer
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Story 4</title><link rel="stylesheet" href="/style.css"></head><body><header><nav aria-label="Main"><ul>`)
	for b.Len() < 20<<10 {
		b.WriteString(`<li><a href="/en/stories/s-7kq2/" data-at="content/en/stories/s-7kq2.md:120">The packing shed</a></li>
<p data-at="content/en/stories/s-7kq2.md:345">She kept the first slip in a tin with her seeds. <em>Nobody</em> had told her what <strong>the numbers</strong> meant, and she had not asked.</p>
<h2 id="why" data-at="content/en/stories/s-7kq2.md:560">Why it matters</h2><figure><img src="/boots.svg" alt="Work boots drying by a door." width="480" height="320"><figcaption>Art</figcaption></figure>
`)
	}
	return b.Bytes()
}
