package css

import (
	"strings"
	"testing"

	"handrail/internal/dom"
)

func TestLibrary(t *testing.T) {
	asked := map[string]int{}
	files := map[string]string{
		"/site/css/a.css":     `@charset "utf-8"; @import "b.css"; @import url(c.css) layer(low) screen; @import "d.css" print; p{font-size:20px}`,
		"/site/css/b.css":     `p{font-size:1px;color:lime} @import "never.css";`,
		"/site/css/c.css":     `@import "../c2.css"; #x{color:red;width:3px}`,
		"/site/c2.css":        `@import "css/a.css"; #x{height:4px}`,
		"/site/css/d.css":     `#x{color:red}`,
		"/site/css/print.css": `p{font-size:30px}`,
	}
	l := NewLibrary(func(href string) ([]byte, bool) {
		asked[href]++
		data, found := files[href]
		return []byte(data), found
	})
	doc, _ := dom.Parse([]byte(`<link rel=stylesheet href="css/a.css"><link rel="alternate stylesheet" href=alt.css><link rel=stylesheet href=none.css>
		<link rel=stylesheet media=print href=css/print.css><p id=x>`))
	for range 2 {
		s := l.Compute(doc, "/site/index.html", Desktop)
		e := s.target(t)
		if have := s.Value(e, "color") + s.Value(e, "font-size") + s.Value(e, "width") + s.Value(e, "height"); have != "rgb(0, 255, 0)20px3px4px" {
			t.Error(have)
		}
		d, ok := s.Declared(e, "font-size")
		if !ok || d.Sheet == nil || d.Sheet.Path != "/site/css/a.css" || !strings.HasPrefix(files[d.Sheet.Path][d.Offset:], "font-size:20px") {
			t.Errorf("%+v %v", d, ok)
		}
	}
	for href, n := range asked {
		if n != 1 {
			t.Errorf("%s was asked for %d times", href, n)
		}
	}
	if asked["/site/alt.css"]+asked["/site/css/never.css"] != 0 {
		t.Error("sheets that do not count were read")
	}
	if s := l.Compute(doc, "/site/index.html", Print); s.Value(s.target(t), "font-size") != "30px" || s.Value(s.target(t), "color") != "rgb(255, 0, 0)" {
		t.Error("print", s.Value(s.target(t), "font-size"), s.Value(s.target(t), "color"))
	}
	if links := Linked(doc); len(links) != 3 || links[2].Media != "print" {
		t.Errorf("%+v", links)
	}
}

func TestDeclared(t *testing.T) {
	s := styled(t, `<style>p{word-spacing:2px;letter-spacing:1px !important}</style><p id=x style="line-height: 1.5 !important; word-spacing:3px"><b id=b>`, Desktop)
	e := s.target(t)
	d, ok := s.Declared(e, "line-height")
	if !ok || d.Value != "1.5" || !d.Important || !d.Inline || d.Offset != 0 {
		t.Errorf("line-height: %+v %v", d, ok)
	}
	if d, ok = s.Declared(e, "word-spacing"); !ok || d.Important || !d.Inline || d.Value != "3px" {
		t.Errorf("word-spacing: %+v %v", d, ok)
	}
	if d, ok = s.Declared(e, "letter-spacing"); !ok || !d.Important || d.Inline || d.Sheet == nil {
		t.Errorf("letter-spacing: %+v %v", d, ok)
	}
	if _, ok = s.Declared(e, "display"); ok {
		t.Error("the user agent's declaration is nobody's")
	}
	if _, ok = s.Declared(s.doc.ByID("b"), "line-height"); ok {
		t.Error("what is inherited is not declared")
	}
}

// Broken sheets lose what is broken and nothing else (CSS Syntax 3, 9).
func TestRecovery(t *testing.T) {
	for _, sheet := range []string{
		`p{color:red;color;color:lime}`, `p{color:lime;color:}`, `p{color:lime;color{;color:red}}`, `p{;;color:lime;;}`, `p{color:lime`,
		`p{color:lime;background:url(a b)}`, `p{color:"x
		;color:red;color:lime}`, `}p{color:red}p{color:lime}`, `<!-- p{color:lime} -->`, `b > {color:red} p{color:lime}`, `@nonsense x{p{color:red}} p{color:lime}`,
		`@nonsense; p{color:lime}`, `p{color:lime;@nonsense{color:red}}`, `p{color:lime;color:red!}`, `p{color:lime;color:red !imp}`, `p{color:lime /* } */}`,
		`p{*color:red;color:lime;_color:red}`, `p[a=]{color:red}p{color:lime}`, `p{color:lime}p{color:red)}`, `b{c:(;}p{color:red})}p{color:lime}`,
		`p{color:lime;--a:{color:red};}`, `p{--a:[;color:red;];color:lime}`, "p{color:lime}/* open p{color:red}", `p{COLOR:LIME}`, `p{color:lime ! important;color:red}`,
		`@media{p{color:lime}}`, `@media screen{p{color:lime}`,
	} {
		s := styled(t, `<style>`+sheet+`</style><p id=x>`, Desktop)
		if have := s.Value(s.target(t), "color"); have != "rgb(0, 255, 0)" {
			t.Errorf("%s: %s", sheet, have)
		}
	}
}
