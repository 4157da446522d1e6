package css

import "testing"

func TestContent(t *testing.T) {
	for name, test := range map[string]struct {
		html, pseudo, text, alt string
		hasAlt, ok              bool
	}{
		"a string":          {`<style>p::before{content:"a" 'b'}</style><p id=x>`, "before", "ab", "", false, true},
		"one colon":         {`<style>p:after{content:"a"}</style><p id=x>`, "after", "a", "", false, true},
		"escapes":           {`<style>p::before{content:"\2192\a0 z"}</style><p id=x>`, "before", "→\u00a0z", "", false, true},
		"none":              {`<style>p::before{content:none}</style><p id=x>`, "before", "", "", false, false},
		"no content":        {`<style>p::before{color:red}</style><p id=x>`, "before", "", "", false, false},
		"not displayed":     {`<style>p::before{content:"a";display:none}</style><p id=x>`, "before", "", "", false, false},
		"an attribute":      {`<style>p::before{content:"(" attr(title) ")"}</style><p id=x title=T>`, "before", "(T)", "", false, true},
		"a missing one":     {`<style>p::before{content:attr(title, "none")}</style><p id=x>`, "before", "none", "", false, true},
		"an alternative":    {`<style>p::before{content:"★" / "star"}</style><p id=x>`, "before", "★", "star", true, true},
		"an empty one":      {`<style>p::before{content:"★" / ""}</style><p id=x>`, "before", "★", "", true, true},
		"a picture":         {`<style>p::before{content:url(a.png) / "dog"}</style><p id=x>`, "before", "", "dog", true, true},
		"a variable":        {`<style>p{--a:"v"}p::before{content:var(--a)}</style><p id=x>`, "before", "v", "", false, true},
		"a counter":         {`<style>p{counter-increment:n}p::before{content:counter(n) "."}</style><p><p id=x>`, "before", "2.", "", false, true},
		"a style for it":    {`<style>p{counter-increment:n}p::before{content:counter(n, upper-roman)}</style><p><p><p><p id=x>`, "before", "IV", "", false, true},
		"a new count":       {`<style>h1{counter-reset:n}p{counter-increment:n}p::before{content:counter(n)}</style><h1></h1><p><h1></h1><p id=x>`, "before", "1", "", false, true},
		"hidden ones":       {`<style>p{counter-increment:n}p::before{content:counter(n)}</style><p hidden></p><p id=x>`, "before", "1", "", false, true},
		"nested counters":   {`<style>ol{counter-reset:i}li{counter-increment:i}li::before{content:counters(i,"-")}</style><ol><li><li><ol><li><li id=x></ol></ol>`, "before", "2-2", "", false, true},
		"set":               {`<style>p{counter-set:n 7}p::before{content:counter(n)}</style><p id=x>`, "before", "7", "", false, true},
		"own symbols":       {`<style>@counter-style s{system:cyclic;symbols:"*" "+"}p{counter-increment:n 2}p::before{content:counter(n,s)}</style><p id=x>`, "before", "+", "", false, true},
		"quotes":            {`<q id=x>a</q>`, "before", "“", "", false, true},
		"quotes in quotes":  {`<q>a <q id=x>b</q></q>`, "before", "‘", "", false, true},
		"quotes by lang":    {`<p lang=de><q id=x>b</q>`, "after", "“", "", false, true},
		"quotes written":    {`<q id=x style="quotes:'<' '>'">b</q>`, "after", ">", "", false, true},
		"a bullet":          {`<ul><li id=x>a</ul>`, "marker", "• ", "", false, true},
		"a number":          {`<ol start=3><li><li id=x>a</ol>`, "marker", "4. ", "", false, true},
		"backwards":         {`<ol reversed><li><li id=x>a<li></ol>`, "marker", "2. ", "", false, true},
		"a value":           {`<ol><li value=9><li id=x>a</ol>`, "marker", "10. ", "", false, true},
		"letters":           {`<ol type=a><li><li id=x>a</ol>`, "marker", "b. ", "", false, true},
		"a marker's string": {`<style>li{list-style-type:"> "}</style><ul><li id=x>a</ul>`, "marker", "> ", "", false, true},
		"no marker":         {`<ul style="list-style:none"><li id=x>a</ul>`, "marker", "", "", false, false},
		"::marker":          {`<style>li::marker{content:"M"}</style><ul><li id=x>a</ul>`, "marker", "M", "", false, true},
		"not a list":        {`<p id=x>`, "marker", "", "", false, false},
		"replaced by a url": {`<p id=x style="content:url(a.png) / 'alt'">t`, "", "", "alt", true, true},
		"text replaces not": {`<p id=x style="content:'a'">t`, "", "", "", false, false},
	} {
		s := styled(t, test.html, Desktop)
		text, alt, hasAlt, ok := s.Content(s.target(t), test.pseudo)
		if text != test.text || alt != test.alt || hasAlt != test.hasAlt || ok != test.ok {
			t.Errorf("%s: %q %q %v %v", name, text, alt, hasAlt, ok)
		}
	}
}

func TestPseudo(t *testing.T) {
	s := styled(t, `<style>p{color:lime;--v:2px}p::before{content:"a";border:var(--v) solid;font-size:2em}</style><p id=x><input id=i placeholder=a>`, Desktop)
	p := s.Pseudo(s.target(t), "before")
	if p == nil {
		t.Fatal("no ::before")
	}
	if c, _ := p.Color("border-top-color"); c.String() != "rgb(0, 255, 0)" {
		t.Error("a border of ::before has the inherited colour, not", c)
	}
	if n, _ := p.Length("border-top-width"); n != 2 || p.Value("font-size") != "32px" {
		t.Error("lengths of ::before:", n, p.Value("font-size"))
	}
	if s.Pseudo(s.target(t), "after") != nil || s.Pseudo(s.target(t), "placeholder") != nil {
		t.Error("pseudo-elements that nobody made")
	}
	c, ok := s.Pseudo(s.doc.ByID("i"), "placeholder").Color("color")
	if !ok || c.String() != "rgb(117, 117, 117)" {
		t.Error("colour of a placeholder:", c, ok)
	}
}

func TestDisplayed(t *testing.T) {
	for html, want := range map[string][2]bool{
		`<p id=x>`:                              {true, true},
		`<p style="display:none"><b id=x>`:      {false, true},
		`<p style="visibility:hidden"><b id=x>`: {true, false},
		`<p style="visibility:hidden"><b id=x style="visibility:visible">`: {true, true},
		`<p hidden><b id=x>`:                            {false, true},
		`<p hidden=until-found><b id=x>`:                {false, true},
		`<details><summary></summary><p id=x>`:          {false, true},
		`<details><summary><b id=x>`:                    {true, true},
		`<details open><summary></summary><p id=x>`:     {true, true},
		`<dialog id=x>`:                                 {false, true},
		`<dialog open id=x>`:                            {true, true},
		`<noscript><p id=x></noscript>`:                 {false, true},
		`<input type=hidden id=x>`:                      {false, true},
		`<p popover id=x>`:                              {false, true},
		`<p style="display:contents"><b id=x>`:          {true, true},
		`<p style="content-visibility:hidden"><b id=x>`: {false, true},
		`<svg><defs><path id=x>`:                        {false, true},
		`<svg><path id=x>`:                              {true, true},
		`<select><option id=x></select>`:                {true, true},
	} {
		s := styled(t, html, Desktop)
		e := s.target(t)
		if have := [2]bool{s.Displayed(e), s.Visible(e)}; have != want {
			t.Errorf("%s: displayed, visible: %v, want %v", html, have, want)
		}
	}
}

func TestBackgrounds(t *testing.T) {
	s := styled(t, `<p id=x style="background:linear-gradient(to right, red 0%, rgb(0 0 255) 50%, lime), url(a.png) no-repeat, white">`, Desktop)
	layers := s.Backgrounds(s.target(t))
	if len(layers) != 3 {
		t.Fatalf("%d layers", len(layers))
	}
	if g := layers[0]; g.Kind != Gradient || !g.Known || !g.Whole || len(g.Stops) != 3 || g.Stops[1].String() != "rgb(0, 0, 255)" {
		t.Errorf("gradient: %+v", g)
	}
	if u := layers[1]; u.Kind != URL || u.Address != "a.png" || u.Whole {
		t.Errorf("picture: %+v", u)
	}
	if c := layers[2]; !c.HasColor || c.Color.String() != "rgb(255, 255, 255)" {
		t.Errorf("colour: %+v", c)
	}
	for style, want := range map[string]bool{"color:lime;background:radial-gradient(circle, currentcolor, transparent)": true,
		"background:conic-gradient(from 45deg, red, blue)": true, "background:linear-gradient(red, color(unknown 1 1 1))": false} {
		s := styled(t, `<p id=x style="`+style+`">`, Desktop)
		first := s.Backgrounds(s.target(t))[0]
		if have := first.Kind == Gradient && first.Known && len(first.Stops) == 2; have != want {
			t.Errorf("%s: %+v", style, first)
		}
	}
}
