package media

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"handrail/internal/dom"
)

// hostile reads the corpus: drawings that try to run a script or to load
// something, one after each line of "-- name --".
func hostile(t testing.TB) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, part := range strings.Split("\n"+string(data), "\n-- ")[1:] {
		name, drawing, _ := strings.Cut(part, " --\n")
		all[name] = drawing
	}
	return all
}

func TestHostileDrawings(t *testing.T) {
	all := hostile(t)
	if len(all) < 40 {
		t.Fatalf("only %d drawings", len(all))
	}
	cleaned := 0
	for name, drawing := range all {
		out, _, err := CleanSVG([]byte(drawing))
		var refused *Refused
		if errors.As(err, &refused) {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		cleaned++
		harmless(t, name, out)
	}
	if cleaned < 30 {
		t.Errorf("only %d were drawn, the others refused", cleaned)
	}
}

// harmless fails when a drawing holds anything that could run or load, read
// as XML or inside a page as HTML.
func harmless(t *testing.T, name string, out []byte) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(out)))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Errorf("%s: output is not well-formed: %v\n%s", name, err, out)
			return
		}
		switch token := token.(type) {
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Errorf("%s: output holds %T\n%s", name, token, out)
		case xml.StartElement:
			for _, a := range token.Attr {
				harmlessAttribute(t, name, a.Name.Local, a.Value)
			}
		}
	}
	page, err := dom.Parse([]byte("<body>" + string(out)))
	if err != nil {
		return
	}
	for _, e := range page.Elements {
		if e.Namespace == dom.HTML && e.Tag != "html" && e.Tag != "head" && e.Tag != "body" || e.Namespace == dom.MathML || !svgElements[e.Tag] && e.Namespace == dom.SVG {
			t.Errorf("%s: a page would see <%s> in\n%s", name, e.Tag, out)
		}
		for _, a := range e.Attributes {
			harmlessAttribute(t, name, a.Name, a.Value)
		}
		if e.Tag == "style" {
			harmlessCSS(t, name, e.Text())
		}
	}
}

func harmlessAttribute(t *testing.T, drawing, name, value string) {
	t.Helper()
	if strings.HasPrefix(strings.ToLower(name), "on") || name == "src" {
		t.Errorf("%s: output has %s=%q", drawing, name, value)
	}
	if name == "href" && !strings.HasPrefix(value, "#") {
		t.Errorf("%s: output refers to %q", drawing, value)
	}
	if name != "xmlns" {
		harmlessCSS(t, drawing, value)
	}
}

func harmlessCSS(t *testing.T, drawing, css string) {
	t.Helper()
	low := strings.ToLower(css)
	for _, bad := range []string{"javascript", "@import", "@font-face", "expression", "http:", "https:", "//", "data:", `\`, "image(", "image-set", "src(", "<"} {
		if strings.Contains(low, bad) {
			t.Errorf("%s: output holds %s in %q", drawing, bad, css)
		}
	}
	for _, after := range strings.Split(low, "url")[1:] {
		if !strings.HasPrefix(strings.TrimLeft(after, `("' `), "#") {
			t.Errorf("%s: output loads %q", drawing, css)
		}
	}
}

func TestCleanSVGKeepsTheDrawing(t *testing.T) {
	in := `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by Seeded-Name -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" inkscape:export-filename="/home/Seeded-Name/x.png" id="Seeded-Layer" data-name="Seeded-Name">
<title>Seeded-Name</title><desc>Seeded-Name</desc><metadata><rdf xmlns="x">Seeded-Name</rdf></metadata>
<style>/* Seeded-Name */ .a { fill: #123; stroke: url(#g) } @media (prefers-color-scheme: dark) { .a { fill: #eee } } @import "x.css";</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
<g id="Seeded-Layer-2" inkscape:label="Seeded-Name"><path class="a" d="M0 0 L10,10 Z" style="fill: url('#g'); -inkscape-x: 'Seeded-Name'" transform="translate(1 2) rotate(3)"/></g>
<svg:rect x="1" y="2" width="3" height="4"/><use xlink:href="#g" x="5"/><text x="1">A &amp; <tspan>B</tspan></text>
</svg>`
	want := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100">` +
		`<style>.a{fill:#123;stroke:url(#g)}@media (prefers-color-scheme: dark){.a{fill:#eee}}</style>` +
		`<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>` +
		`<g><path class="a" d="M0 0 L10,10 Z" style="fill:url(&#39;#g&#39;)" transform="translate(1 2) rotate(3)"/></g>` +
		`<rect x="1" y="2" width="3" height="4"/><use href="#g" x="5"/><text x="1">A &amp; <tspan>B</tspan></text></svg>` + "\n"
	out, info, err := CleanSVG([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if string(out) != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	if info != (Info{"svg", 100, 50}) {
		t.Errorf("info is %v", info)
	}
	again, info2, err := CleanSVG(out)
	if err != nil || string(again) != string(out) || info2 != info {
		t.Errorf("cleaning twice gives\n%s", again)
	}
}

func TestSVGSizes(t *testing.T) {
	for attributes, want := range map[string]Info{
		`viewBox="0 0 10.5 20.4"`:                           {"svg", 11, 20},
		`viewBox="0,0,10,20" width="100%"`:                  {"svg", 10, 20},
		`viewBox="0 0 10 20" width="100"`:                   {"svg", 100, 200},
		`width="1in" height="25.4mm"`:                       {"svg", 96, 96},
		`width="10px" height="20"`:                          {"svg", 10, 20},
		`viewBox="0 0 0.1 0.1"`:                             {"svg", 1, 1},
		`viewBox="0 0 10 20" width="50" height="50"`:        {"svg", 50, 50},
		`viewBox="0 0 10 20" width="NaN" height="Infinity"`: {"svg", 10, 20},
	} {
		_, info, err := CleanSVG([]byte("<svg " + attributes + "/>"))
		if err != nil || info != want {
			t.Errorf("%s: %v, %v", attributes, info, err)
		}
	}
}

func TestCleanSVGRefuses(t *testing.T) {
	many := `<svg viewBox="0 0 1 1"><g id="a0"><path d="M0 0"/></g>`
	for i := range 12 {
		use := `<use href="#a` + string(rune('0'+i)) + `"/>`
		many += `<g id="a` + string(rune('1'+i)) + `">` + strings.Repeat(use, 10) + `</g>`
	}
	for name, in := range map[string]string{
		"DOCTYPE":        `<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>`,
		"not an svg":     `<html/>`,
		"empty":          ``,
		"only text":      `hello`,
		"not closed":     `<svg viewBox="0 0 1 1"><g>`,
		"unknown entity": `<svg viewBox="0 0 1 1">&nbsp;</svg>`,
		"no size":        `<svg width="100%"/>`,
		"huge size":      `<svg viewBox="0 0 1e9 1e9"/>`,
		"deep":           `<svg viewBox="0 0 1 1">` + strings.Repeat("<g>", 10_000),
		"many parts":     `<svg viewBox="0 0 1 1">` + strings.Repeat("<g/>", 100_000) + `</svg>`,
		"6 MB":           `<svg viewBox="0 0 1 1">` + strings.Repeat(" ", 6<<20) + `</svg>`,
		"other encoding": `<?xml version="1.0" encoding="ISO-8859-1"?><svg viewBox="0 0 1 1"/>`,
		"bad UTF-8":      "<svg viewBox=\"0 0 1 1\"><text>\xff</text></svg>",
		"uses of uses":   many + `</svg>`,
		"use of itself":  `<svg viewBox="0 0 1 1"><g id="a"><use href="#a"/></g></svg>`,
		"picture inside": `<svg viewBox="0 0 1 1"><image href="data:image/png;base64,AAAA"/></svg>`,
	} {
		start := time.Now()
		out, _, err := CleanSVG([]byte(in))
		var refused *Refused
		if !errors.As(err, &refused) || refused.Fix == "" || out != nil {
			t.Errorf("%s: %q, %v", name, out, err)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
