package axtree

import "testing"

// Each page asks for the name of the element with id "t".
func TestName(t *testing.T) {
	for _, c := range []struct{ page, name, source string }{
		// Labels of form controls.
		{`<label>Street <input id=t></label>`, "Street", "label"},
		{`<label for=t>Town</label> <label for=t>or village</label><input id=t>`, "Town or village", "label"},
		{`<label for=t></label><input id=t title="Town">`, "Town", "title"},
		{`<label for=x>No</label><label>Yes <input id=t></label>`, "Yes", "label"},
		{`<label for=x>Not this <input id=t></label>`, "", ""},
		{`<label>First <input> second <input id=t></label>`, "", ""},
		{`<label for=t><img src=a.png alt="Phone"></label><input id=t>`, "Phone", "label"},
		{`<label hidden for=t>Town</label><input id=t>`, "", ""},
		{`<label for=t style="visibility:hidden">Old <b style="visibility:visible">Town</b></label><input id=t>`, "Town", "label"},
		{`<label for=t aria-label="Said">Shown</label><input id=t>`, "Said", "label"},
		{`<label for=t>Send</label><button id=t>Go</button>`, "Send", "label"},
		{`<label for=t>Room</label><meter id=t value=1>1</meter>`, "Room", "label"},
		{`<label for=t>Sum</label><output id=t>5</output>`, "Sum", "label"},
		{`<label for=t>Never</label><input type=hidden id=t>`, "", ""},
		{`<input id=t placeholder="Town">`, "Town", "placeholder"},
		{`<textarea id=t placeholder="Your words"></textarea>`, "Your words", "placeholder"},
		{`<input id=t aria-placeholder="Town">`, "Town", "placeholder"},
		{`<input id=t type=checkbox placeholder="Town">`, "", ""},
		{`<div id=t role=textbox aria-placeholder="Town"></div>`, "Town", "placeholder"},
		// Buttons.
		{`<input id=t type=submit>`, "Submit", "default"},
		{`<input id=t type=reset>`, "Reset", "default"},
		{`<input id=t type=submit value="">`, "", ""},
		{`<input id=t type=submit title="Send it">`, "Submit", "default"},
		{`<input id=t type=submit value="" title="Send it">`, "Send it", "title"},
		{`<input id=t type=button value="Go" title="Now">`, "Go", "value"},
		{`<input id=t type=image alt="Go" value="Now">`, "Go", "alt"},
		{`<input id=t type=image title="Go">`, "Go", "title"},
		{`<input id=t type=image src=a.png>`, "Submit", "default"},
		{`<button id=t><svg><title>Menu</title></svg></button>`, "Menu", "content"},
		{`<button id=t title="Menu"> <span></span> </button>`, "Menu", "title"},
		{`<svg><symbol id=s><title>Menu</title></symbol></svg><button id=t><svg><use href="#s"/></svg></button>`, "Menu", "content"},
		{`<svg id=t><title>Map</title><desc>of town</desc></svg>`, "Map", "title"},
		{`<svg id=t role=img aria-labelledby="a b"><title id=a>Map</title><desc id=b>of town</desc></svg>`, "Map of town", "aria-labelledby"},
		{`<svg><a id=t href=x><text>Go</text></a></svg>`, "Go", "content"},
		{`<math id=t alttext="x squared"><mi>x</mi></math>`, "x squared", "alt"},
		// Pictures.
		{`<img id=t src=a alt="" title=x>`, "", ""},
		{`<img id=t src=a title=x>`, "x", "title"},
		{`<img id=t src=a role=none alt=x>`, "", ""},
		{`<img id=t src=a role=presentation alt=x tabindex=0>`, "x", "alt"},
		{`<a id=t href=x><img src=a alt="" title=x></a>`, "", ""},
		{`<a id=t href=x><img src=a title=x></a>`, "x", "content"},
		{`<a id=t href=x>See<img src=a role=none alt=no></a>`, "See", "content"},
		{`<img usemap="#m"><map name=m><area id=t href=x alt="North"></map>`, "North", "alt"},
		{`<map name=m><area id=t href=x alt="North"></map>`, "", ""},
		// Wholes named by a part.
		{`<fieldset id=t><legend>Where</legend></fieldset>`, "Where", "legend"},
		{`<fieldset id=t><div><legend>Where</legend></div></fieldset>`, "", ""},
		{`<table id=t><caption>Hours</caption><tr><td>1</table>`, "Hours", "caption"},
		{`<figure id=t><img src=a alt=b><figcaption>Boots</figcaption></figure>`, "Boots", "figcaption"},
		{`<select><optgroup id=t label="Fruit"><option>Fig</optgroup></select>`, "Fruit", "label"},
		{`<select><option id=t label="Fig">Ficus</select>`, "Fig", "label"},
		{`<select><option id=t>Fig</select>`, "Fig", "content"},
		{`<details><summary id=t>More</summary>x</details>`, "More", "content"},
		// References.
		{`<b id=a>One</b><i id=b>two</i><button id=t aria-labelledby="b nothing a">x</button>`, "two One", "aria-labelledby"},
		{`<button id=t aria-labelledby="t a" aria-label="Delete">x</button><b id=a>letter</b>`, "Delete letter", "aria-labelledby"},
		{`<button id=t aria-labelledby="t a">Delete</button><b id=a>letter</b>`, "Delete letter", "aria-labelledby"},
		{`<button id=t aria-labelledby=a>x</button><b id=a aria-labelledby=b>One</b><b id=b>Two</b>`, "One", "aria-labelledby"},
		{`<button id=t aria-labelledby=a>x</button><button id=a aria-labelledby=t>y</button>`, "y", "aria-labelledby"},
		{`<button id=t aria-labelledby=nothing>x</button>`, "x", "content"},
		{`<button id=t aria-labelledby=a>x</button><input id=a aria-label="Town" value=Ulm>`, "Town", "aria-labelledby"},
		{`<button id=t aria-labelledby=a>x</button><input id=a value=Ulm>`, "Ulm", "aria-labelledby"},
		{`<button id=t aria-labelledby=a>x</button><div id=a hidden>a<script>no()</script><style>b{}</style>b</div>`, "ab", "aria-labelledby"},
		{`<button id=t aria-labelledby=a>x</button><img id=a src=x alt="Town">`, "Town", "aria-labelledby"},
		{`<div id=a aria-hidden=true><button id=t>x</button></div>`, "", ""},
		// Content.
		{`<style>.i::before { content: url(x.png) / "Phone" } .e { content: url(y.png) / "Boots" }</style><h1 id=t><i class=i></i>12<b class=e>no</b></h1>`, "Phone 12 Boots", "content"},
		{`<style>i::after { content: "!"; display: block } b::after { content: "!" }</style><h1 id=t><i>a</i><b>b</b>c</h1>`, "a ! b!c", "content"},
		{`<style>b { display: inline-block; text-transform: uppercase }</style><h1 id=t>a<b>b</b>c</h1>`, "a B c", "content"},
		{`<h1 id=t style="text-transform: capitalize">see you there, o’clock ñandú</h1>`, "See You There, O’clock Ñandú", "content"},
		{`<h1 id=t style="text-transform: lowercase"><b>ASK</b> <b style="text-transform: none">US</b></h1>`, "ask US", "content"},
		{`<h1 id=t style="text-transform: full-size-kana">びょういん</h1>`, "びょういん", "content"},
		{`<h1 id=t style="text-transform: uppercase" aria-label="Ask">Ask</h1>`, "Ask", "aria-label"},
		{`<h1 id=t><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></h1>`, "漢kan", "content"},
		{`<h1 id=t>One<br>two<p>three</p>four</h1>`, "One two three four", "content"},
		{`<h1 id=t>a<span aria-label="b">c</span>d</h1>`, "a b d", "content"},
		{`<h1 id=t>a <span title="b">c</span></h1>`, "a c", "content"},
		{`<h1 id=t>a <span title="b"></span></h1>`, "a b", "content"},
		{`<h1 id=t>Up <select><option>one<option selected>two</select> and <input value=3></h1>`, "Up two and 3", "content"},
		{`<h1 id=t><select><option disabled>one<option>two</select></h1>`, "two", "content"},
		{`<h1 id=t><select multiple><option selected>one<option>two<option selected>three</select></h1>`, "one three", "content"},
		{`<h1 id=t>At <input type=range min=2 max=4></h1>`, "At 3", "content"},
		{`<h1 id=t>At <input type=password value=x></h1>`, "At", "content"},
		{`<h1 id=t>At <textarea>noon</textarea></h1>`, "At noon", "content"},
		{`<h1 id=t>At <input type=range min=2 max=4 value=9></h1>`, "At 4", "content"},
		{`<a id=t href=x><input aria-label="Town"></a>`, "Town", "content"},
		{`<a id=t href=x><span role=img>✓</span></a>`, "", ""},
		{`<a id=t href=x><b role=none title="no"></b>go</a>`, "go", "content"},
		{`<p id=t title="no name">x</p>`, "", ""},
		{`<h1 id=t style="text-transform: uppercase">Straße</h1>`, "STRASSE", "content"},
		{`<style>i::before { content: "!"; visibility: hidden }</style><h1 id=t>a<i>b</i></h1>`, "ab", "content"},
		{`<style>i::before { content: "★" / "star" } b::after { content: "★" / "star" }</style><h1 id=t>a<i>b</i>c<b>d</b>e</h1>`, "astar bcd stare", "content"},
		{`<h1 id=t aria-owns=o>One <b>two</b></h1><p><b id=o>three</b>`, "One two three", "content"},
		{`<h1 id=t>One <b id=o>two</b></h1><p aria-owns=o>`, "One", "content"},
		{`<div id=t role=group>x</div>`, "", ""},
		{`<ul><li id=t>x</ul>`, "", ""},
		{`<table><tr><td id=t>x <b>y</b></table>`, "x y", "content"},
		{`<a id=t>not a link</a>`, "", ""},
		{`<button id=t>a<span aria-hidden=true>b</span><span hidden>c</span><template>d</template>e</button>`, "ae", "content"},
		{`<button id=t><details><summary>a</summary>b</details></button>`, "a", "content"},
		{"<button id=t>a\u00a0 \n\t b</button>", "a\u00a0 b", "content"},
	} {
		tree := parse(t, c.page)
		e := tree.doc.ByID("t")
		if name := tree.Name(e); name != c.name {
			t.Errorf("%s: name %q, want %q", c.page, name, c.name)
		}
		if source := tree.NameSource(e); source != c.source {
			t.Errorf("%s: name comes from %q, want %q", c.page, source, c.source)
		}
	}
}

func TestDescription(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<button id=t aria-describedby="a b">x</button><p id=a>One</p><p id=b hidden>two</p>`, "One two"},
		{`<button id=t aria-describedby=none aria-description="Three">x</button>`, "Three"},
		{`<button id=t title="Two">x</button>`, "Two"},
		{`<button id=t title="x">x</button>`, ""},
		{`<button id=t title="Two"></button>`, ""},
		{`<table id=t aria-label=x><caption>Hours</caption></table>`, "Hours"},
		{`<svg id=t><title>Map</title><desc>of town</desc></svg>`, "of town"},
		{`<svg id=t aria-label=x><title>Map</title></svg>`, "Map"},
		{`<input id=t type=submit value=Go aria-label="Send">`, "Go"},
		{`<p id=t>words</p>`, ""},
	} {
		tree := parse(t, c.page)
		if got := tree.Description(tree.doc.ByID("t")); got != c.want {
			t.Errorf("%s: description %q, want %q", c.page, got, c.want)
		}
	}
}
