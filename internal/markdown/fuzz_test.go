package markdown

import (
	"html/template"
	"regexp"
	"strings"
	"testing"

	"handrail/internal/source"
)

// FuzzHTML reads and writes anything: no panic, the same twice, and nothing
// that a writer typed becomes a tag, an attribute or a script.
func FuzzHTML(f *testing.F) {
	for _, e := range []string{
		"# a {#b}\n\n:::note {lang=ar}\n- [ ] a[^1]\n:::\n\n[^1]: b\n", "[a *b*]{lang=es} `c`{.d} ![e](f \"g\"){decorative}",
		"| a | b |\n|--|:-:|\n| `c\\|d` |\n", "a\n: b\n\n<!-- c --> <b onclick=d>\n", "```go\nfunc\n```\r\n> a\r>> b",
		"[a](javascript:b) <data:c> ![d](file:e)", ":::checklist\n1. a\n   :::note\n:::\n:::", "\ufeffa\tb\x00",
	} {
		f.Add([]byte(e), 0)
	}
	ours := regexp.MustCompile(` (?:href|src)="\s*(?i:javascript|vbscript|data|file):| on[a-z]+="|<(?:script|style|iframe|object)`)
	f.Fuzz(func(t *testing.T, text []byte, start int) {
		d := Parse(source.NewFile("a.md", text), start, Options{})
		r := Rendering{
			Terms: []Term{{"a", "#a", "a"}, {"b c", "#b", "b"}},
			Container: func(c *Container, h ContainerHTML) (template.HTML, error) {
				if len(c.Parts) != len(h.Parts) {
					t.Errorf("%d parts and %d written", len(c.Parts), len(h.Parts))
				}
				return h.All, nil
			},
			Picture: func(i Image) (Picture, bool) { return Picture{Src: i.Destination}, i.Alt != "x" },
		}
		one, err := d.HTML(r)
		if err != nil {
			t.Fatal(err)
		}
		two, _ := Parse(source.NewFile("a.md", text), start, Options{}).HTML(r)
		if one != two {
			t.Error("written differently the second time")
		}
		if bad := ours.FindString(string(one)); bad != "" {
			t.Errorf("dangerous: %s", bad)
		}
		for _, h := range d.Headings {
			if h.ID == "" {
				t.Errorf("a heading without an id: %q", h.Text)
			}
		}
		for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(string(one), -1) {
			if !strings.Contains(tag, "data-at=") && !strings.HasPrefix(tag, `<span class="`) {
				t.Errorf("does not say where it came from: %s", tag)
			}
		}
		for _, p := range d.Problems {
			if p.At.Line < 1 || p.At.Col < 1 {
				t.Errorf("a problem without a place: %v", p)
			}
		}
	})
}
