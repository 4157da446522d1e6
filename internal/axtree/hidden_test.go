package axtree

import "testing"

func TestHidden(t *testing.T) {
	for _, c := range []struct {
		page string
		want bool
	}{
		{`<p id=t>x`, false},
		{`<p id=t hidden>x`, true},
		{`<div style="display:none"><p id=t>x</div>`, true},
		{`<div style="visibility:hidden"><p id=t>x</div>`, true},
		{`<div style="visibility:hidden"><p id=t style="visibility:visible">x</div>`, false},
		{`<div aria-hidden=" TRUE "><p id=t>x</div>`, true},
		{`<div aria-hidden=true><p id=t aria-hidden=false>x</div>`, true},
		{`<div aria-hidden><p id=t>x</div>`, false},
		{`<div inert><p id=t>x</div>`, true},
		{`<details><summary id=t>x</summary></details>`, false},
		{`<details><summary>x</summary><summary id=t>y</summary></details>`, true},
		{`<details><p id=t>x</details>`, true},
		{`<details open><p id=t>x</details>`, false},
		{`<video><p id=t>x</video>`, true},
		{`<canvas><p id=t>x</canvas>`, false},
		{`<button><b id=t>x</b></button>`, false},
		{`<input type=hidden id=t>`, true},
		{`<dialog><p id=t>x</dialog>`, true},
		{`<dialog open><p id=t>x</dialog>`, false},
		{`<div popover><p id=t>x</div>`, true},
		{`<p hidden=until-found><b id=t>x</b>`, true},
		{`<select><option id=t>x</select>`, false},
		{`<datalist><option id=t>x</datalist>`, true},
		{`<noscript><p id=t>x</noscript>`, true},
		{`<style>@media print { .a { display: none } } .b { display: none }</style><div class=a><p id=t>x</div>`, false},
		{`<style>@media print { .a { display: none } } .b { display: none }</style><div class=b><p id=t>x</div>`, true},
		{`<svg><defs><circle id=t /></defs></svg>`, true},
		{`<svg><title id=t>x</title></svg>`, true},
		{`<img usemap="#m"><map name=m><area id=t href=x></map>`, false},
	} {
		tree := parse(t, c.page)
		if got := tree.Hidden(tree.doc.ByID("t")); got != c.want {
			t.Errorf("%s: hidden %v, want %v", c.page, got, c.want)
		}
	}
}

func TestFocus(t *testing.T) {
	for _, c := range []struct {
		page      string
		focusable bool
		stop      bool
	}{
		{`<a id=t href=x>x</a>`, true, true},
		{`<a id=t>x</a>`, false, false},
		{`<a id=t href=x tabindex=-1>x</a>`, true, false},
		{`<p id=t tabindex=0>x`, true, true},
		{`<p id=t tabindex=x>x`, false, false},
		{`<p id=t tabindex=" 3px">x`, true, true},
		{`<button id=t disabled>x</button>`, false, false},
		{`<button id=t aria-disabled=true>x</button>`, true, true},
		{`<fieldset disabled><div><input id=t></div></fieldset>`, false, false},
		{`<fieldset disabled><legend><input id=t></legend></fieldset>`, true, true},
		{`<fieldset disabled><legend></legend><legend><input id=t></legend></fieldset>`, false, false},
		{`<fieldset disabled><a id=t href=x>x</a></fieldset>`, true, true},
		{`<div hidden><button id=t>x</button></div>`, false, false},
		{`<div aria-hidden=true><button id=t>x</button></div>`, true, true},
		{`<div inert><button id=t>x</button></div>`, false, false},
		{`<details><button id=t>x</button></details>`, false, false},
		{`<button id=t style="visibility:hidden">x</button>`, false, false},
		{`<p id=t contenteditable>x`, true, true},
		{`<p id=t contenteditable=false>x`, false, false},
		{`<audio id=t controls></audio>`, true, true},
		{`<svg><a id=t xlink:href=x></a></svg>`, true, true},
	} {
		tree := parse(t, c.page)
		e := tree.doc.ByID("t")
		if got := tree.Focusable(e); got != c.focusable {
			t.Errorf("%s: focusable %v, want %v", c.page, got, c.focusable)
		}
		if got := tree.TabStop(e); got != c.stop {
			t.Errorf("%s: a stop for the Tab key %v, want %v", c.page, got, c.stop)
		}
	}
}

func TestOwned(t *testing.T) {
	tree := parse(t, `<ul id=a aria-owns="c a b d"><li id=b>x</ul><ul id=e aria-owns="c f"><li id=c>y<li id=d>z</ul><div id=f><p id=g aria-owns="f a">`)
	for _, c := range []struct{ of, want string }{{"a", "b c d "}, {"e", "f "}, {"f", "g "}, {"g", "a "}} {
		got := ""
		for _, o := range tree.Owned(tree.doc.ByID(c.of)) {
			got += attribute(o, "id") + " "
		}
		if got != c.want {
			t.Errorf("%s owns %q, want %q", c.of, got, c.want)
		}
	}
	if owner := tree.Owner(tree.doc.ByID("c")); attribute(owner, "id") != "a" {
		t.Errorf("c belongs to %v, want a", owner.Attributes)
	}
}
