package dom

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

func parse(t testing.TB, page string) *Document {
	t.Helper()
	d, err := Parse([]byte(page))
	if err != nil {
		t.Fatalf("Parse(%.80q): %v", page, err)
	}
	return d
}

// Each start tag in these pages says its own number in n; the element must be
// placed at that very tag.
var placedPages = []string{
	`<!DOCTYPE html><html n=1><head n=2><title n=3>a <b> c</title><style n=4>p>a{} <i></style><script n=5>"<p>" <!-- <script> </script> --></script></head>` +
		`<body n=6><h1 n=7>x</h1><p n=8>a<b n=9>b<i n=10>c</b>d</i></p><textarea n=11><u></textarea><br n=12/><img n=13 alt='>'></body></html>`,
	"<p n=1>é<span\n n=2>x</span><!-- <b n=3> --><a n=4 href=x/>y</a><input n=5 a=\"<b>\" b='<i>' c=<u>",
	`<svg n=1><title n=2><b n=3>x</b></title><desc n=4><p n=5>x</p></desc><![CDATA[<rect n=9>]]><rect n=6/><a n=7/><a n=8>x</a><foreignObject n=10><style n=11><b></style></foreignObject></svg><p n=12>y`,
	`<math n=1><mi n=2>x</mi><mrow n=3><style n=4><mn n=5>1</mn></style></mrow></math><style n=6><b></style>`,
	`<svg n=1><g n=2><p n=3><script n=4>"<!--"</script><img n=5>`,
	`<table n=1><b n=2>x<tr n=3><td n=4>y<p n=5>foster</table><div n=6>after`,
	`<select n=1><option n=2>a<option n=3>b</select><template n=4><tr n=5><td n=6>x</template><p n=7>`,
	`<a n=1>one<a n=2>two<p n=3>three`, `<nobr n=1>x<nobr n=2>y`, `<b/ n=1><i n=2 / ><p n=3>x</b></i>`,
	"<!-- --!><p n=1><!--><p n=2><!---><p n=3><!- <p> --><p n=4><?x <b?><p n=5></ <p><p n=6></><p n=7>",
	"\xff<p n=1>\xff0<b n=2>\xff1</b><i n=3 title=\"\xff2x\">",
	`<p n=1 a=1 A=2 a=3><plaintext n=2><p n=9>`, `<pre n=1>` + "\n" + `<b n=2>` + "\n" + `x</b></pre>`,
	`<noscript n=1><img n=2><p n=3>x</p></noscript><p n=4>`,
	`<head><noscript n=1><img n=2 src=x></noscript><title n=3>t</title></head><body><p n=4>`,
}

func TestPlaces(t *testing.T) {
	for _, page := range placedPages {
		d := parse(t, page)
		seen := 0
		for _, e := range d.Elements {
			n, written := e.Attribute("n")
			if !written {
				if e.Parent != nil && e.Implied && e.Offset != e.Parent.Offset {
					t.Errorf("%q: implied %s at %d, its parent at %d", page, e.Tag, e.Offset, e.Parent.Offset)
				}
				continue
			}
			seen++
			tag := page[e.Offset:]
			tag = tag[:strings.IndexByte(tag, '>')]
			if !strings.Contains(tag+" ", " n="+n+" ") && !strings.Contains(tag, " n="+n+"/") && !strings.Contains(tag, "\n n="+n) {
				t.Errorf("%q: %s n=%s placed at %q", page, e.Tag, n, tag)
			}
			if e.Implied {
				t.Errorf("%q: %s n=%s counts as implied", page, e.Tag, n)
			}
		}
		if seen == 0 {
			t.Errorf("%q: nothing placed", page)
		}
	}
}

func TestSameTreeAsTheParserAlone(t *testing.T) {
	for _, page := range placedPages {
		sameTree(t, []byte(page))
	}
	// Noah's Ark: of four equal unclosed elements, three are opened again.
	sameTree(t, []byte(strings.Repeat("<b>", 5)+"<p>x<p>y"))
}

// sameTree fails when Parse gives another tree than x/net/html does.
func sameTree(t *testing.T, page []byte) {
	t.Helper()
	d, err := Parse(page)
	if err != nil {
		return
	}
	top, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("%q: only x/net/html refuses it: %v", page, err)
	}
	want := outline(top)
	if got := outline(d.top); got != want {
		t.Fatalf("%q: html nodes\n%s\nwant\n%s", page, got, want)
	}
	i := 0
	for n := top; n != nil; n = following(n) {
		if n.Type != html.ElementNode || insideNoscript(n) {
			continue
		}
		for insideNoscript(d.Elements[i].node) {
			i++
		}
		if d.Elements[i].Tag != n.Data {
			t.Fatalf("%q: element %d is %s, want %s", page, i, d.Elements[i].Tag, n.Data)
		}
		i++
	}
}

func insideNoscript(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Data == "noscript" {
			return true
		}
	}
	return false
}

// outline writes a tree down, joining neighbouring texts and leaving out what
// noscript holds.
func outline(top *html.Node) string {
	var b strings.Builder
	inText := false
	for n := top; n != nil; n = following(n) {
		if insideNoscript(n) {
			continue
		}
		depth := 0
		for p := n.Parent; p != nil; p = p.Parent {
			depth++
		}
		if n.Type == html.TextNode {
			if !inText {
				fmt.Fprintf(&b, "\n%d text ", depth)
			}
			b.WriteString(n.Data)
			inText = true
			continue
		}
		inText = false
		fmt.Fprintf(&b, "\n%d %d %s %s", depth, n.Type, n.Namespace, n.Data)
		for _, a := range n.Attr {
			fmt.Fprintf(&b, " %s:%s=%q", a.Namespace, a.Key, a.Val)
		}
	}
	return b.String()
}

func TestHugeAndDeep(t *testing.T) {
	twenty := 20 << 20
	for _, c := range []struct {
		name, page string
		refused    bool
	}{
		{"1 MB of paragraphs", strings.Repeat("<p class=x>Some words in a line of a page.</p>\n", twenty/20/48), false},
		{"20 MB of text", strings.Repeat("a < b & c ", twenty/10), false},
		{"10,000 levels", strings.Repeat("<div>", 10_000), true},
		{"500 levels", strings.Repeat("<div>", 500), false},
		{"unclosed formatting", manyFormats(200) + strings.Repeat("<p>x", 100_000), true},
		{"equal unclosed formatting", strings.Repeat("<p><b>x", 3_000), false},
		{"open comments", strings.Repeat("<!--", 1<<18), false},
		{"open quotes", strings.Repeat(`<a b="`, 1<<18), false},
		{"open scripts", strings.Repeat(`<script><!--`, 1<<18), false},
		{"open titles", "<title>" + strings.Repeat(`</`, 1<<18), false},
		{"svg and math", strings.Repeat(`<svg></math>`, 1<<19), true},
		{"ignored tags between texts", strings.Repeat("a<head>", 1<<18), false},
		{"few formatting elements, many times", "<p><b><i><u>" + strings.Repeat("<p>x", 1<<16), false},
		{"tags in foreign styles", "<svg><style>" + strings.Repeat("a<b>", 1<<18), true},
		{"FF bytes", strings.Repeat("\xff0", 1<<18) + "<p>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			_, err := Parse([]byte(c.page))
			if (err != nil) != c.refused {
				t.Errorf("error is %v", err)
			}
			if err != nil && !errors.Is(err, ErrDepth) && !errors.Is(err, ErrGrowth) {
				t.Errorf("error says neither what is deep nor what grows: %v", err)
			}
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			}
			runtime.GC()
		})
	}
}

func manyFormats(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b a%d>", i)
	}
	return "<p>" + b.String()
}
