package css

import (
	"testing"

	"handrail/internal/dom"
)

// page computes the styles of a page for a reader.
func styled(t testing.TB, html string, r Reader) *Styles {
	t.Helper()
	doc, err := dom.Parse([]byte("<!DOCTYPE html>" + html))
	if err != nil {
		t.Fatal(err)
	}
	return NewLibrary(func(string) ([]byte, bool) { return nil, false }).Compute(doc, "", r)
}

// target is the element with the id "x".
func (s *Styles) target(t testing.TB) *dom.Element {
	t.Helper()
	e := s.doc.ByID("x")
	if e == nil {
		t.Fatal("no element has the id x")
	}
	return e
}

func TestCascade(t *testing.T) {
	for name, test := range map[string]struct{ html, property, want string }{
		"the user agent's sheet":         {`<h1 id=x>`, "font-weight", "700"},
		"later rules win":                {`<style>p{color:red}p{color:lime}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"specificity before order":       {`<style>#x{color:lime}p{color:red}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"a style attribute before rules": {`<style>#x{color:red}</style><p id=x style="color:lime">`, "color", "rgb(0, 255, 0)"},
		"importance before attributes":   {`<style>p{color:lime!important}</style><p id=x style="color:red">`, "color", "rgb(0, 255, 0)"},
		"invalid declarations fall back": {`<style>p{color:lime;color:#12345;color:rgb(1 2)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"inherited":                      {`<style>div{color:lime}</style><div><p><b id=x>`, "color", "rgb(0, 255, 0)"},
		"not inherited":                  {`<style>div{opacity:.5}</style><div><p id=x>`, "opacity", "1"},
		"inherit":                        {`<style>div{opacity:.5}p{opacity:inherit}</style><div><p id=x>`, "opacity", "0.5"},
		"initial":                        {`<style>p{display:initial}</style><p id=x>`, "display", "inline"},
		"unset of an inherited one":      {`<style>div{color:lime}p{color:red}#x{color:unset}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"unset of another":               {`<style>p{display:unset}</style><p id=x>`, "display", "inline"},
		"revert":                         {`<style>p{display:inline}#x{display:revert}</style><p id=x>`, "display", "block"},
		"all: revert":                    {`<style>p{display:inline}#x{all:revert}</style><p id=x>`, "display", "block"},
		"revert-layer":                   {`<style>@layer a,b;@layer a{p{color:lime}}@layer b{p{color:red}#x{color:revert-layer}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"layers in the order named":      {`<style>@layer b,a;@layer a{p{color:lime}}@layer b{#x{color:red}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"unlayered before layered":       {`<style>p{color:lime}@layer a{#x{color:red}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"importance turns layers round":  {`<style>p{color:red!important}@layer a{p{color:lime!important}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nested layers before the rest":  {`<style>@layer a{p{color:lime}@layer b{#x{color:red}}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nameless layers":                {`<style>@layer{p{color:red}}@layer{p{color:lime}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"dotted layers":                  {`<style>@layer a.b{p{color:red}}@layer a{@layer c{p{color:lime}}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"a layer over two sheets":        {`<style>@layer a{p{color:red}}</style><style>@layer b{p{color:lime}}@layer a{p{color:red}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nesting":                        {`<style>div{color:red;& p{color:lime}}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nesting without &":              {`<style>div{p{color:lime}}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nesting compounds":              {`<style>p{&.a{color:lime}}</style><p id=x class=a>`, "color", "rgb(0, 255, 0)"},
		"nesting relative":               {`<style>div{> p{color:lime}}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"scope":                          {`<style>@scope (.a, main){p{color:lime}}p{color:red}</style><div class=a><p id=x>`, "color", "rgb(255, 0, 0)"},
		"scope after the rest":           {`<style>p{color:red}@scope (.a, main){p{color:lime}}</style><div class=a><p id=x>`, "color", "rgb(0, 255, 0)"},
		"scope elsewhere":                {`<style>p{color:lime}@scope (.a){p{color:red}}</style><div class=b><p id=x>`, "color", "rgb(0, 255, 0)"},
		"scope itself":                   {`<style>p{color:red}@scope (.a){:scope{color:lime}}</style><p id=x class=a>`, "color", "rgb(0, 255, 0)"},
		"scope with an end":              {`<style>p{color:lime}@scope (.a) to (.b){p{color:red}}</style><div class=a><div class=b><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nesting the other way":          {`<style>p{div &{color:lime}}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nested media":                   {`<style>p{@media screen{color:lime}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"declarations after nested ones": {`<style>p{color:red;&{color:red}color:lime}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"style media attribute":          {`<style media=print>p{color:red}</style><style media="screen and (min-width:1px)">p{color:lime}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"container queries do not count": {`<style>p{color:lime}@container (min-width:1px){p{color:red}}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"legacy attributes":              {`<body><font id=x color=lime>`, "color", "rgb(0, 255, 0)"},
		"rules go above attributes":      {`<style>font{color:lime}</style><font id=x color=red>`, "color", "rgb(0, 255, 0)"},
		"svg attributes":                 {`<svg><g visibility=hidden><path id=x>`, "visibility", "hidden"},
	} {
		s := styled(t, test.html, Desktop)
		if have := s.Value(s.target(t), test.property); have != test.want {
			t.Errorf("%s: %s is %q, want %q", name, test.property, have, test.want)
		}
	}
}
