package css

import (
	"math"
	"strings"
	"testing"

	"handrail/internal/dom"
)

// FuzzSheets asks everything of a page with any sheet and style attribute.
func FuzzSheets(f *testing.F) {
	for _, seed := range []string{
		"@layer a,b;@layer a{p{color:revert-layer}}", "@media not (width<3px){p{--a:var(--b,var(--a))}}",
		"@import url(x) layer(a) supports(color:red) print;", "p{&:has(> b + i){color:color-mix(in lch,red,rgb(from lime r g b/.5))}}",
		"@counter-style s{system:additive;additive-symbols:5 'V',1 I}li::marker{content:counters(list-item,'.',s)/\"x\"}", "@property --x{inherits:false;initial-value:1px}",
		"p{font:12px/2 a,b;background:linear-gradient(in oklch,red,blue) top/cover,url(a);animation:a 1s,b}", "ol{counter-reset:reversed(a) b 2}p::before{content:attr(id) open-quote counter(a,upper-roman)}",
		"p{width:calc(1px*(2 - 3)/-4 + min(1em,5%));margin:1px 2px;inset-inline:1%}", "\\", "a{b:url(", "@", "p{color:rgb(from", "[a=\"", ":nth-child(2n + 1 of a,b)", "p{a:\"\\",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, sheet string) {
		doc, err := dom.Parse([]byte(`<!DOCTYPE html><body><ol><li id=l><p id=x class=a lang=de>a<b>b</b><q>c</q></p><li></ol><input placeholder=a>`))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range doc.Elements {
			if e.Tag == "b" {
				e.Attributes = append(e.Attributes, dom.Attribute{Name: "style", Value: sheet})
			}
		}
		s := Compute(doc, []Sheet{{Data: []byte(sheet), Media: sheet}, {Data: []byte(sheet)}}, Phone)
		for _, e := range doc.Elements {
			for i := 1; i < len(properties); i++ {
				name := properties[i].name
				if s.Value(e, name) == "" && properties[i].initial != "" {
					t.Fatalf("%s of %s has no value", name, e.Tag)
				}
				s.Color(e, name)
				if n, ok := s.Length(e, name); ok && (math.IsNaN(n) || math.IsInf(n, 0)) {
					t.Fatalf("%s of %s is %v", name, e.Tag, n)
				}
				s.Declared(e, name)
			}
			s.Backgrounds(e)
			s.Displayed(e)
			for _, pseudo := range []string{"", "before", "marker", "after", "placeholder"} {
				s.Content(e, pseudo)
			}
		}
		s.State("focus-visible", "hover").Value(doc.Root, "outline-style")
	})
}

// FuzzSelectors wants the same answer of a selector and of :is() of it.
func FuzzSelectors(f *testing.F) {
	for _, seed := range []string{"p", "a > b + c ~ d e", "#a.b[c=d i]:not(e, f):has(> g)", ":nth-last-child(-2n + 3 of .a)", "*|p", ":lang('*-CH', de)", "svg|a", "&", "p::before", ":is()", `\31 a`} {
		f.Add(seed)
	}
	doc, err := dom.Parse([]byte(selectorPage))
	if err != nil {
		f.Fatal(err)
	}
	hits := func(selector string) string {
		p := &parser{rules: &rules{}}
		list, ok := p.selectorList(tokens(selector), where{})
		if !ok {
			return "invalid"
		}
		s := Compute(doc, nil, Desktop)
		var b strings.Builder
		for _, e := range doc.Elements {
			if s.matching.any(e, list) {
				b.WriteString(e.Selector() + " ")
			}
		}
		return b.String()
	}
	f.Fuzz(func(t *testing.T, selector string) {
		have := hits(selector)
		if have == "invalid" || strings.ContainsAny(selector, `\"'()[]{}&/`) || strings.Contains(selector, "::") || strings.Contains(selector, ":before") ||
			strings.Contains(selector, ":after") || strings.Contains(strings.ToLower(selector), ":first-l") {
			return
		}
		if again := hits(":is(" + selector + ")"); again != have {
			t.Errorf("%q matches %q, in :is() %q", selector, have, again)
		}
	})
}

// FuzzColors wants parts within their bounds, and a text that reads as the same.
func FuzzColors(f *testing.F) {
	for _, seed := range []string{"#abc", "rgb(1 2 3 / 4%)", "hsl(1turn 2% 3%)", "color-mix(in lch longer hue, red 5%, blue)", "oklch(from red calc(l*2) c h)", "color(rec2020 1 none 0)", "light-dark(red,blue)", "lab(1e9 2 3)", "hwb(0 0 0)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, ok := ParseColor(text)
		if !ok {
			return
		}
		for _, n := range []float64{c.R, c.G, c.B, c.A} {
			if !(n >= 0 && n <= 1) {
				t.Fatalf("%q: %+v", text, c)
			}
		}
		if again, ok := ParseColor(c.String()); !ok || again.String() != c.String() {
			t.Fatalf("%q: %s reads as %s", text, c, again)
		}
	})
}

// FuzzLengths wants finite numbers.
func FuzzLengths(f *testing.F) {
	for _, seed := range []string{"1px", "calc(1em + 2%)", "clamp(none, 3vw, 1e9px)", "round(5px, 0px)", "calc(1/0)", "mod(-5px, 3px)", "hypot(3px,4px)", "pow(9,999)", "calc(pi*1deg)", "1e999px"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		one, ok := probe(append(trim(tokens(text)), token{kind: space, text: " "}))
		if ok && (math.IsNaN(one.px) || math.IsInf(one.px, 0) || math.IsNaN(one.percent) || math.IsInf(one.percent, 0)) {
			t.Fatalf("%q is %+v", text, one)
		}
	})
}
