package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile are texts that are quadratic or worse for some reader of markdown.
func hostile() map[string]string {
	r := strings.Repeat
	stepped := func(marker string, size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(r(" ", i*len(marker)) + marker + "a\n")
		}
		return b.String()
	}
	many := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	return map[string]string{
		"marks that never close":     r("*a_ ", 20_000),
		"pictures in pictures":       r("![a](", 20_000),
		"links in links":             r("[a](", 20_000),
		"open brackets":              r("[", 100_000) + "a" + r("]", 100_000),
		"bracket pairs":              r("[a]", 50_000),
		"nested links":               r("[", 20_000) + "a" + r("](b)", 20_000),
		"nested pictures":            r("![", 20_000) + "a" + r("](b)", 20_000),
		"wide table":                 r("|a", 3000) + "|\n" + r("|-", 3000) + "|\n" + r("|\n", 3000),
		"wide table, no edges":       "a" + r("|a", 3000) + "\n-" + r("|-", 3000) + "\n" + r("a\n", 3000),
		"stepped list":               stepped("- ", 1<<20),
		"stepped numbers":            stepped("1. ", 1<<20),
		"quotes":                     r(">", 20_000) + "a",
		"quotes line by line":        many(3000, func(i int) string { return r(">", i) + "a\n" }),
		"lists on one line":          r("- ", 20_000) + "a",
		"containers":                 r(":::note\n", 20_000),
		"containers, closed":         r(":::note\n", 5_000) + r(":::\n", 5_000),
		"containers in items":        stepped("- :::note\n  ", 1<<18),
		"closing fences":             r(":::\n", 50_000),
		"attributes":                 "[a]{" + r("a=b ", 50_000) + "}",
		"attribute lists":            r("[a]{a=b}", 20_000),
		"open attribute lists":       r("[a]{a=", 20_000),
		"open attribute lists, `":    r("`a`{#", 20_000),
		"heading attributes":         r("# a {#b} {", 20_000),
		"emphasis in emphasis":       r("*a **a ", 20_000) + r("b** b*", 20_000),
		"strong":                     r("**a", 30_000),
		"alternating":                r("*_", 50_000),
		"strikes":                    r("~a~~b ", 30_000),
		"backticks of every length":  many(800, func(i int) string { return r("`", i+1) + "a" }),
		"backticks":                  r("`a``", 30_000),
		"open tags":                  r("<a ", 50_000),
		"open tags with values":      r(`<a b="`, 30_000),
		"open comments":              r("<!-- ", 50_000),
		"open declarations":          r("<!A ", 50_000),
		"open instructions":          r("<?", 50_000),
		"open CDATA":                 r("<![CDATA[", 30_000),
		"addresses":                  r("http://a.", 30_000),
		"addresses with brackets":    r("(http://a.bc/", 20_000),
		"mail":                       r("a_", 100_000) + "@",
		"mail with dots":             r("a.", 100_000) + "@" + r("a.", 100_000),
		"references":                 "[a]: " + r("b", 50_000) + "\n\n" + r("[a]", 30_000),
		"reference definitions":      r("[a]: b\n", 50_000),
		"references, never defined":  r("[a][b]", 50_000),
		"footnotes":                  many(20_000, func(i int) string { return fmt.Sprintf("[^%d]: a\n", i) }) + many(20_000, func(i int) string { return fmt.Sprintf("[^%d] ", i) }),
		"footnotes, one used often":  "[^1]: a\n\n" + r("[^1] ", 30_000),
		"footnotes in footnotes":     many(2000, func(i int) string { return r("    ", i) + fmt.Sprintf("[^%d]: a\n\n", i) }),
		"open footnotes":             r("[^a", 50_000),
		"definitions":                r("a\n: b\n\n", 20_000),
		"definitions in definitions": r("a\n\n:   ", 2000),
		"short lines":                r("a\n", 150_000),
		"blank lines in lists":       r("- ", 45) + "a\n" + r("\n", 190_000) + "b",
		"empty items":                r("-\n", 150_000),
		"entities":                   r("&", 200_000),
		"escapes":                    r(`\`, 200_000),
		"pipes in code":              "|a|\n|-|\n" + r("|`\\|`|\n", 30_000),
		"headings of one name":       r("# a\n", 40_000),
		"headings of one name, long": r("# "+r("a", 1000)+"\n", 1000),
		"one line of links":          r("[a](b) ", 30_000),
		"links around marks":         r("[*a*](b) ", 20_000),
		"lines of links":             r("[a](b)\n", 30_000),
		"spans":                      r("[a]{lang=es} ", 20_000),
		"spans in spans":             r("[", 5000) + "a" + r("]{lang=es}", 5000),
		"task boxes":                 r("- [ ] a\n", 40_000),
		"raw tags":                   r("<b>", 100_000),
		"raw blocks":                 r("<div>\n\n", 50_000),
		"setext":                     r("a\n=\n", 50_000),
		"tabs":                       r("\t", 200_000) + "a",
		"rules":                      r("* ", 100_000) + "a",
		"code fences":                r("```\n", 50_001),
		"backslashes and brackets":   r(`\[`, 100_000),
		"titles":                     r(`[a](b "`, 20_000),
		"titles in brackets":         r(`[a](b (`, 20_000),
		"quoted lines in one item":   "- " + r("> a\n  ", 30_000),
		"tildes":                     "a" + r("~", 150_000),
		"lines of backticks":         r("\\```\n", 30_000),
		"braces after brackets":      r("){", 50_000),
		"many cells":                 "|a|b|c|d|\n|-|-|-|-|\n" + r("|a|b|c|d|\n", 150_000),
		"too large":                  r("a ", 2<<20),
	}
}

// TestHostile renders or refuses each text in time, in memory, and without
// writing far more than it read.
func TestHostile(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begin := time.Now()
			html, d := render(t, text, Options{}, Rendering{})
			took := time.Since(begin)
			runtime.ReadMemStats(&after)
			shown := differences[0].found.ReplaceAllString(html, "")
			refused := len(d.Problems) == 1 && d.Problems[0].Rule == "markdown/too-costly"
			t.Logf("%-28s %6d KB, %4d ms, %4d MB allocated, ×%.1f, refused %v", name, len(text)>>10, took.Milliseconds(),
				(after.TotalAlloc-before.TotalAlloc)>>20, float64(len(shown))/float64(len(text)), refused)
			if took > 30*time.Second {
				t.Errorf("took %v", took)
			}
			if len(shown) > 20*len(text) {
				t.Errorf("wrote %d bytes for %d", len(shown), len(text))
			}
			// All that was ever allocated, not what was held. The race detector
			// empties pools, which makes it a hundred times as much.
			if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 8<<30 {
				t.Errorf("allocated %d MB", allocated>>20)
			}
		})
	}
}
