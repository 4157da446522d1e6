package axtree

import "testing"

// Each page asks for the role of the element with id "t".
func TestRole(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		// Written roles.
		{`<div id=t role="widget foo  Switch">`, "switch"},
		{`<div id=t role=img>`, "image"},
		{`<div id=t role=directory>`, "list"},
		{`<div id=t role="doc-toc">`, "doc-toc"},
		{`<div id=t role=constructor>`, "generic"},
		{`<button id=t role=none>x</button>`, "button"},
		{`<button id=t role=none disabled>x</button>`, "none"},
		{`<h1 id=t role=none>x</h1>`, "none"},
		{`<img id=t alt="" src=a.png title="A door">`, "image"},
		{`<img id=t alt="" src=a.png title=" ">`, "none"},
		{`<h1 id=t role=none aria-level=2>x</h1>`, "none"},
		{`<h1 id=t role=none aria-label="">x</h1>`, "heading"},
		{`<h1 id=t role=none aria-describedby=x>x</h1>`, "heading"},
		{`<h1 id=t role="none button" tabindex=0>x</h1>`, "heading"},
		{`<div id=t role=form title=x></div>`, "form"},
		{`<div id=t role="form search"></div>`, "search"},
		// What role none does to the parts.
		{`<ul role=none><li id=t>x</ul>`, "none"},
		{`<ul role=none><li id=t tabindex=0>x</ul>`, "generic"},
		{`<ul role=none><li id=t role=option>x</ul>`, "option"},
		{`<ul role=none aria-label=x><li id=t>x</ul>`, "listitem"},
		{`<ul role=none><li><ul><li id=t>x</ul></ul>`, "listitem"},
		{`<table role=presentation><tr><td id=t>x</table>`, "none"},
		{`<table role=presentation><tr id=t><td>x</table>`, "none"},
		{`<table role=presentation><tr><td><table><tr><td id=t>x</table></table>`, "cell"},
		// Lists.
		{`<div><li id=t>x</div>`, "generic"},
		{`<div role=list><li id=t>x</div>`, "listitem"},
		{`<ul role=menu><li id=t>x</ul>`, "generic"},
		{`<menu><li id=t>x</menu>`, "listitem"},
		// Tables.
		{`<table role=grid><tr><td id=t>x</table>`, "gridcell"},
		{`<table role=list><tr><td id=t>x</table>`, "generic"},
		{`<table><tr><th id=t>x<th>y<tr><td>1<td>2</table>`, "columnheader"},
		{`<table><tr><th id=t>x<td>y<tr><th>1<td>2</table>`, "rowheader"},
		{`<table><tr><td><th id=t>y<tr><th>1<td>2</table>`, "cell"},
		{`<table><tr><td><th id=t scope=col>y<tr><th>1<td>2</table>`, "columnheader"},
		{`<table><tr><th scope=rowgroup id=t>y<td>2</table>`, "rowheader"},
		{`<table><tr><td rowspan=2>x<th>y<tr><th id=t>z</table>`, "rowheader"},
		{`<table><tr><td rowspan=2>x<th>y<tr><th id=t>z<tr><td>1<td>2</table>`, "cell"},
		{`<table><thead><tr><td rowspan=5>x<tbody><tr><th id=t>z</table>`, "columnheader"},
		{`<table><thead id=t><tr><td>x</table>`, "rowgroup"},
		// Form controls.
		{`<input id=t type=search list=l><datalist id=l></datalist>`, "combobox"},
		{`<input id=t list=nothing>`, "textbox"},
		{`<input id=t type=nonsense>`, "textbox"},
		{`<input id=t type=NUMBER>`, "spinbutton"},
		{`<input id=t type=password>`, ""},
		{`<input id=t type=date>`, ""},
		{`<input id=t type=image>`, "button"},
		{`<select id=t><option>x</select>`, "combobox"},
		{`<select id=t multiple><option>x</select>`, "listbox"},
		{`<select id=t size=1><option>x</select>`, "combobox"},
		{`<form id=t></form>`, "generic"},
		{`<details><summary id=t>x</summary></details>`, "button"},
		{`<summary id=t>x</summary>`, "generic"},
		{`<label id=t>x</label>`, ""},
		// Landmarks.
		{`<main><header id=t>x</header></main>`, "generic"},
		{`<div><footer id=t>x</footer></div>`, "contentinfo"},
		{`<div role=article><footer id=t>x</footer></div>`, "generic"},
		{`<main><aside id=t>x</aside></main>`, "complementary"},
		{`<section id=t aria-labelledby=a></section><b id=a hidden>x</b>`, "region"},
		{`<section id=t aria-labelledby=a><section id=a aria-labelledby=t>x</section></section>`, "region"},
		// Pictures and drawings.
		{`<img id=t alt="" aria-label=" ">`, "none"},
		{`<img id=t alt="" tabindex=0>`, "image"},
		{`<img id=t alt="" aria-describedby=x>`, "image"},
		{`<img id=t>`, "image"},
		{`<svg id=t></svg>`, "graphics-document"},
		{`<svg><a id=t>x</a></svg>`, "generic"},
		{`<svg><a id=t xlink:href=x>x</a></svg>`, "link"},
		{`<svg><circle id=t><title>x</title></circle></svg>`, "graphics-symbol"},
		{`<svg><circle id=t><title> </title></circle></svg>`, "generic"},
		{`<svg><title id=t>x</title></svg>`, ""},
		{`<math id=t></math>`, "math"},
		{`<area id=t href=x>`, "link"},
		// Others.
		{`<video id=t></video>`, ""},
		{`<my-thing id=t></my-thing>`, "generic"},
		{`<dl><dt id=t>x</dl>`, "term"},
	} {
		tree := parse(t, c.page)
		if got := tree.Role(tree.doc.ByID("t")); got != c.want {
			t.Errorf("%s: role %q, want %q", c.page, got, c.want)
		}
	}
}

func TestLevel(t *testing.T) {
	for _, c := range []struct {
		page string
		want int
	}{
		{`<h3 id=t>x</h3>`, 3},
		{`<h3 id=t aria-level=7>x</h3>`, 7},
		{`<h3 id=t aria-level=0>x</h3>`, 3},
		{`<p id=t role=heading>x</p>`, 2},
		{`<h3 id=t role=button>x</h3>`, 0},
	} {
		tree := parse(t, c.page)
		if got := tree.Level(tree.doc.ByID("t")); got != c.want {
			t.Errorf("%s: level %d, want %d", c.page, got, c.want)
		}
	}
}

func TestParent(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<div role=list id=a><div><p id=t role=listitem>x</div></div>`, "a"},
		{`<div role=list><div id=a aria-live=polite><p id=t role=listitem>x</div></div>`, "a"},
		{`<div role=list id=a aria-owns=t></div><main><p id=t role=listitem>x</main>`, "a"},
		{`<div role=list id=a><ul role=none><li id=t role=listitem>x</ul></div>`, "a"},
	} {
		tree := parse(t, c.page)
		if p := tree.Parent(tree.doc.ByID("t")); p == nil || attribute(p, "id") != c.want {
			t.Errorf("%s: the parent isn't %s", c.page, c.want)
		}
	}
}
