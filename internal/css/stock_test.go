package css

import (
	"fmt"
	"strings"
	"testing"

	"handrail/internal/dom"
)

// What one page finds out is kept for the next. A page must look the same whether
// it is the first or comes after others with the same sheets.
func TestPagesShare(t *testing.T) {
	sheet := `@media (prefers-color-scheme:dark){p{color:lime}} .a .b{color:red} .b:first-child{font-weight:700} li+li{margin-top:4px}
:lang(ar) em{font-style:normal} a[href^=http]{letter-spacing:1px} #one p{opacity:.5} :focus-visible{outline:3px solid} a:focus{color:#00f}
.b::before{content:"x";color:#f0f} p:not(.b,:last-child){text-indent:2em} input:disabled{opacity:.3} .c:has(img){position:absolute}
@layer low{p{font-size:30px}} [data-x] p{--v:9px} p{padding-top:var(--v,1px)} details[open]>p{float:left}`
	pages := []string{
		`<p class=b>1<p class=b>2<div class=a><p class=b>3<p>4</div>`,
		`<div class="a x"><p class="b y">1</p><p>2</p></div><p>3</p>`,
		`<ul><li>1<li>2<li class=a><em class=b>3</em></ul><p lang=ar><em>4</em></p><em>5</em>`,
		`<a href=http://a>1</a><a href=b>2</a><a>3</a><div id=one><p>4</div><div id=two><p>5</div>`,
		`<div class=c><img></div><div class=c><b></b></div><fieldset disabled><input></fieldset><input>`,
		`<div data-x=1><p style="color:#123">1<p>2</div><p style="color:#123">3<p width=3>4<img width=3><img width=4>`,
		`<details open><p>1</details><details><summary></summary><p>2</details><svg><a href=x /><text fill=red /></svg>`,
		`<style>p{color:#0a0b0c}</style><p class=b>1`,
	}
	shared := NewLibrary(func(string) ([]byte, bool) { return []byte(sheet), true })
	for round := range 2 {
		for _, page := range pages {
			doc, err := dom.Parse([]byte("<!doctype html><link rel=stylesheet href=a.css><title>t</title>" + page))
			if err != nil {
				t.Fatal(err)
			}
			fresh := NewLibrary(shared.resolve).Compute(doc, "", Desktop)
			again := shared.Compute(doc, "", Desktop)
			if round == 1 && len(again.traced) == 0 {
				t.Error("nothing was kept for the second round")
			}
			if want, have := everything(fresh), everything(again); have != want {
				t.Errorf("round %d: %s\nalone: %s\nafter others: %s", round, page, want, have)
			}
			again.Done()
		}
	}
}

// everything writes what is computed for all elements of a page, by some readers
// and in some states.
func everything(s *Styles) string {
	var b strings.Builder
	for _, of := range []*Styles{s, s.For(DarkDesktop), s.For(Phone), s.State("focus-visible"), s.State("hover")} {
		for _, e := range s.doc.Elements {
			for i := range properties[1:] {
				fmt.Fprint(&b, of.Value(e, properties[i+1].name), " ")
			}
			fmt.Fprint(&b, of.Value(e, "--v"), of.Displayed(e))
			if p := of.Pseudo(e, "before"); p != nil {
				fmt.Fprint(&b, p.Value("color"))
			}
		}
	}
	return b.String()
}

// A page that meets a cap keeps what it found to itself.
func TestCutIsNotShared(t *testing.T) {
	l := NewLibrary(func(string) ([]byte, bool) { return []byte("p{" + chain(2000) + ";color:var(--a0)}"), true })
	for range 2 {
		doc, err := dom.Parse([]byte("<link rel=stylesheet href=a.css><p>x"))
		if err != nil {
			t.Fatal(err)
		}
		s := l.Compute(doc, "", Desktop)
		s.Value(doc.All("p")[0], "color")
		if !s.Cut {
			t.Error("nobody is told that something was left out")
		}
		s.Done()
	}
}
