package css

import (
	"slices"
	"strings"
	"testing"

	"handrail/internal/dom"
)

const selectorPage = `<!DOCTYPE html><html lang=en><body id=body>
<h1 id=h class="title big">A</h1>
<p id=p1 class=a>one</p><p id=p2 class="a b">two</p><div id=d1><span id=s1></span><span id=s2 lang=de-CH>x</span></div><p id=p3>three</p>
<ul id=u><li id=l1><li id=l2 class=on><li id=l3><li id=l4 class=on><li id=l5 class=on></ul>
<form id=f><input id=i1 type=TEXT required placeholder=p><input id=i2 type=checkbox checked disabled>
<fieldset id=fs disabled><legend id=lg><button id=b1></button></legend><button id=b2></button></fieldset>
<select id=se><option id=o1>1<option id=o2 selected>2</select><textarea id=ta readonly></textarea></form>
<a id=a1 href=x.PDF>l</a><a id=a2>n</a><div id=r dir=rtl><i id=r1>x</i></div><div id=e></div>
<svg id=sv><linearGradient id=lgr></linearGradient></svg></body></html>`

func TestSelectors(t *testing.T) {
	doc, err := dom.Parse([]byte(selectorPage))
	if err != nil {
		t.Fatal(err)
	}
	for selector, want := range map[string]string{
		"p": "p1 p2 p3", "P": "p1 p2 p3", ".a": "p1 p2", ".a.b": "p2", ".A": "", "#p1": "p1", "p#p1.a": "p1", "h1.title": "h",
		"[class]": "h p1 p2 l2 l4 l5", "[class=a]": "p1", "[class~=b]": "p2", `[class|=a]`: "p1", "[href$='.pdf']": "", "[href$='.pdf' i]": "a1",
		"[type=text]": "i1", "[type=text s]": "", "[class^=ti]": "h", "[class*='le b']": "h", "[class*='']": "", "[CLASS=a]": "p1",
		"body > p": "p1 p2 p3", "div span": "s1 s2", "p + p": "p2", "u+body, p+p": "p2", "u+a, h1": "h", "p + div > span": "s1 s2", "h1 ~ p": "p1 p2 p3", "h1 ~ div span + span": "s2",
		"li:first-child": "l1", "li:last-child": "l5", "li:nth-child(2n+1)": "l1 l3 l5", "li:nth-child(even)": "l2 l4", "li:nth-child(-n+2)": "l1 l2",
		"li:nth-child( 3 )": "l3", "li:nth-child(2n + 1)": "l1 l3 l5", "li:nth-last-child(1)": "l5", "li:nth-child(2 of .on)": "l4", "li:nth-last-child(1 of .on)": "l5",
		"p:first-of-type": "p1", "p:last-of-type": "p3", "p:nth-of-type(2)": "p2", "div#d1 :only-child": "", "i:only-child": "r1", "h1:only-of-type": "h",
		"span:empty": "s1", "div:empty": "e", ":root > body": "body", ":is(h1, .b)": "h p2", ":is(h1, ::x, .b)": "h p2", ":where(#p1)": "p1", "p:not(.a)": "p3",
		"p:not(.a, #p3)": "", "div:has(span)": "d1", "div:has(> i)": "r", "p:has(+ div)": "p2", "p:has(~ ul)": "p1 p2 p3", "ul:has(li.on + li.on)": "u",
		"h1:has(+ p.a)": "h", "body:has(h1) #p1": "p1", "span:lang(de)": "s2", "span:lang('*-CH')": "s2", "span:lang(en)": "s1", "i:dir(rtl)": "r1", "p:dir(ltr)": "p1 p2 p3",
		":link": "a1", "a:any-link": "a1", "input:required": "i1", "input:optional": "i2", ":checked": "i2 o2", "input:disabled": "i2", "button:disabled": "b2",
		"button:enabled": "b1", "input:placeholder-shown": "i1", "textarea:read-only": "ta", "input:read-write": "i1", "p:hover": "", "p:focus": "",
		"linearGradient": "lgr", "lineargradient": "", "*|p": "p1 p2 p3", "p:is(:not(.a))": "p3", "p, h1": "h p1 p2 p3", "p/**/.a": "p1 p2", `#\70 1`: "p1",
		// What is not valid matches nothing, not even what else is in the list.
		"p, ::nonsense": "", "p, :nonsense": "", "p >": "", "> p": "", "p,,h1": "", ":not()": "", ":nth-child(x)": "", "#1": "", ".1a": "", "p:has(:has(b))": "", "none|p": "", "p::before.a": "",
		"[a=b=c]": "", ":not(p": "NOT", "p > > b": "",
	} {
		if want == "NOT" {
			continue
		}
		s := Compute(doc, []Sheet{{Data: []byte(selector + "{--hit:1}")}}, Desktop)
		var found []string
		for _, e := range doc.Elements {
			if s.cascade(e).custom["--hit"] != nil {
				id, _ := e.Attribute("id")
				found = append(found, id)
			}
		}
		if have := strings.Join(found, " "); have != want {
			t.Errorf("%s matches %q, want %q", selector, have, want)
		}
	}
}

func TestSpecificity(t *testing.T) {
	for selector, want := range map[string]weight{
		"*": 0, "p": oneTag, "p::before": 2 * oneTag, ".a": oneClass, "[a]": oneClass, ":hover": oneClass, "#a": oneID, "#a .b p": oneID + oneClass + oneTag,
		":is(p, #a)": oneID, ":where(#a)": 0, ":not(p, .a)": oneClass, ":has(> #a)": oneID, "li:nth-child(2 of #a, .b)": oneTag + oneClass + oneID, "p:lang(de)": oneTag + oneClass,
	} {
		p := &parser{rules: &rules{}}
		list, ok := p.selectorList(tokens(selector), where{})
		if !ok || list[0].weight != want {
			t.Errorf("%s: %v %x, want %x", selector, ok, list[0].weight, want)
		}
	}
}

func TestStates(t *testing.T) {
	s := styled(t, `<style>a{color:red;outline:none}a:focus{outline:1px solid}a:hover{color:blue}p:hover{font-size:30px}p:focus-within{color:lime}
		a:focus-visible{outline-color:lime}p:focus{opacity:0} a:focus b{opacity:.5}</style><p><a id=x href=.><b>t</b></a>`, Desktop)
	e := s.target(t)
	b := e.Children[0].Element
	for _, test := range []struct {
		styles               *Styles
		of                   *dom.Element
		name, property, want string
	}{
		{s, e, "at rest", "outline-style", "none"},
		{s.State("focus"), e, "focused", "outline-style", "solid"},
		{s.State("focus"), e.Parent, "focused", "opacity", "0"},
		{s.State("focus"), e.Parent, "focused", "color", "rgb(0, 255, 0)"},
		{s.State("hover"), e, "hovered", "color", "rgb(0, 0, 255)"},
		{s.State("hover"), e, "in what is hovered", "font-size", "30px"},
		{s.State("focus-visible"), e, "focused by keyboard", "outline-color", "rgb(0, 255, 0)"},
		{s.StateOn(e, "focus"), b, "in what is focused", "opacity", "0.5"},
		{s.StateOn(e, "focus"), e.Parent, "around what is focused", "opacity", "1"},
		{s.State("focus"), b, "focused itself", "opacity", "1"},
	} {
		if have := test.styles.Value(test.of, test.property); have != test.want {
			t.Errorf("%s %s: %s is %q, want %q", test.of.Tag, test.name, test.property, have, test.want)
		}
	}
}

func TestMedia(t *testing.T) {
	for query, want := range map[string]string{ // d desktop, k dark, p phone, r print
		"": "d k p r", "all": "d k p r", "screen": "d k p", "print": "r", "not print": "d k p", "only screen": "d k p", "SCREEN": "d k p",
		"(min-width: 600px)": "d k r", "(max-width:40em)": "p", "(width >= 600px)": "d k r", "(400px <= width < 1000px)": "r", "(600px < width)": "d k r",
		"screen and (orientation: portrait)": "p", "(orientation: landscape)": "d k", "(prefers-color-scheme: dark)": "k", "(prefers-color-scheme: light)": "d p r",
		"not all and (min-width: 600px)": "p", "not (min-width: 600px)": "p", "(min-width:600px) and (not (prefers-color-scheme:dark))": "d r",
		"(max-width:500px) or (prefers-color-scheme:dark)": "k p", "print, (max-width:500px)": "p r", "(hover)": "d k", "(hover: none)": "p r", "(pointer: coarse)": "p",
		"(prefers-reduced-motion: reduce)": "", "(prefers-reduced-motion)": "", "(prefers-reduced-motion: no-preference)": "d k p r", "(scripting: enabled)": "d k p",
		"(nonsense: 1)": "", "not (nonsense: 1)": "", "(nonsense) or (color)": "d k p r", "screen or print": "", "(min-width: calc(500px + 100px))": "d k r",
		"(aspect-ratio > 1/1)": "d k", "(min-resolution: 2dppx)": "", "(forced-colors: none)": "d k p r", "(width)": "d k p r", "screen and": "", "and": "", "(min-width: 600px) and (x or y)": "",
	} {
		q := parseMedia(tokens(query))
		var found []string
		for _, one := range []struct {
			name string
			Reader
		}{{"d", Desktop}, {"k", DarkDesktop}, {"p", Phone}, {"r", Print}} {
			if q.eval(one.Reader) == yes {
				found = append(found, one.name)
			}
		}
		if have := strings.Join(found, " "); have != want {
			t.Errorf("%s holds for %q, want %q", query, have, want)
		}
	}
}

func TestSupports(t *testing.T) {
	for text, want := range map[string]bool{
		"(display: grid)": true, "(display: nonsense)": false, "not (display: nonsense)": true, "(display: grid) and (color: red)": true,
		"(display: nonsense) or (gap: 1px)": true, "(--a: b)": true, "selector(:has(a))": true, "selector(:nonsense)": false, "((color: red))": true,
		"(nonsense: 1px)": false, "(color: oklch(0.5 0.1 20))": true, "(not (color: red))": false, "": false, "(-moz-appearance: none)": false,
	} {
		if have := supports(tokens(text)); have != want {
			t.Errorf("@supports %s: %v, want %v", text, have, want)
		}
	}
}

func TestReadersAreNamed(t *testing.T) {
	var names []string
	for name := range Readers() {
		names = append(names, name)
	}
	slices.Sort(names)
	if strings.Join(names, " ") != "dark desktop phone print" {
		t.Error(names)
	}
}
