package markdown

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestCodeIsColoured(t *testing.T) {
	for _, c := range []struct{ name, markdown, want string }{
		{"a known language", "```go\nfunc a() {}\n```", `<span class="kw">func</span> <span class="fn">a</span>() {}`},
		{"its own words are escaped", "```go\nx := \"<b>\"\n```", `<span class="st">&quot;&lt;b&gt;&quot;</span>`},
		{"an unknown language", "```cuneiform\nfunc a\n```", `<code class="language-cuneiform" data-at="a.md:0">func a`},
		{"no language", "    a < b", `>a &lt; b`},
		{"it can be scrolled with the keyboard", "```go\n```", `<pre tabindex="0" role="group" aria-label="Code: go"`},
	} {
		if html, _ := render(t, c.markdown, Options{}, Rendering{}); !strings.Contains(html, c.want) {
			t.Errorf("%s: %s lacks %s", c.name, html, c.want)
		}
	}
}

// TestLexersAreQuick holds every lexer that is used to text that is hard for
// expressions that go back over what they read.
func TestLexersAreQuick(t *testing.T) {
	line := func(s string) string {
		return strings.Repeat(strings.Repeat(s, maxColouredLine/len(s)-1)+"\n", 3)
	}
	for _, name := range slices.Compact(slices.Sorted(maps.Values(coloured))) {
		for _, hard := range []string{"a ", "(", "\"\\", "/*", "<a b=", "${", "a=", "{", "@", "- a: "} {
			begin := time.Now()
			tokens(name, line(hard))
			if took := time.Since(begin); took > 30*time.Second {
				t.Errorf("%s took %v for lines of %q", name, took, hard)
			}
		}
	}
}
