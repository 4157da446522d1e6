package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"handrail/internal/config"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/site"
	"handrail/internal/source"
)

// checksForTest has one ordinary check, one that nothing silences, and those
// that Silence reports itself.
func checksForTest() *Set {
	page := &Page{Title: "t", Why: "w", Fix: "f"}
	checks := []*Check{
		{ID: "link/vague", Severity: finding.Error, Load: true, Page: page},
		{ID: "link/other", Severity: finding.Error, Load: true, Page: page},
		{ID: "private/shown", Severity: finding.Error, Final: true, Load: true, Page: page},
	}
	for _, rule := range aboutIgnores {
		checks = append(checks, &Check{ID: rule, Severity: finding.Warning, Load: true, Page: page})
	}
	return NewSet(checks)
}

// siteOf is a site of one page.
func siteOf(text string, ignores ...config.Ignore) *site.Site {
	f := source.NewFile("content/en/a.md", []byte(text))
	return &site.Site{
		Config: &config.Config{Ignores: ignores},
		Pages:  []*site.Page{{File: f, Doc: markdown.Parse(f, 0, markdown.Options{})}},
	}
}

// at is a finding in the page of siteOf.
func at(rule string, line int) finding.Finding {
	return finding.Finding{File: "content/en/a.md", Line: line, Col: 1, Rule: rule}
}

// told writes findings as "rule:line", sorted.
func told(found []finding.Finding) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s:%d", f.Rule, f.Line))
	}
	slices.Sort(lines)
	return strings.Join(lines, " ")
}

var march = time.Date(2026, 3, 15, 23, 0, 0, 0, time.UTC)

func TestSilenceInline(t *testing.T) {
	const because = "<!-- handrail-ignore link/vague: kept as it was said -->"
	for _, c := range []struct {
		name, text string
		found      []finding.Finding
		want       string
	}{
		{"the block below, and no other", because + "\nOne\ntwo\n\nthree\n",
			[]finding.Finding{at("link/vague", 2), at("link/vague", 3), at("link/vague", 5)}, "link/vague:5"},
		{"a blank line between", because + "\n\nOne\n\ntwo\n",
			[]finding.Finding{at("link/vague", 3), at("link/vague", 5)}, "link/vague:5"},
		{"in running text, the block it stands in", "One\ntwo " + because + " three\nfour\n\nfive\n",
			[]finding.Finding{at("link/vague", 1), at("link/vague", 3), at("link/vague", 5)}, "link/vague:5"},
		{"over two lines", "<!-- handrail-ignore link/vague:\nkept as it was said -->\n\nOne\n\ntwo\n",
			[]finding.Finding{at("link/vague", 4), at("link/vague", 6)}, "link/vague:6"},
		{"line ends of Windows", because + "\r\nOne\r\n\r\ntwo\r\n",
			[]finding.Finding{at("link/vague", 2), at("link/vague", 4)}, "link/vague:4"},
		{"another rule", because + "\nOne\n",
			[]finding.Finding{at("link/other", 2), at("link/vague", 2)}, "link/other:2"},
		{"nothing to silence any more", because + "\nOne\n", nil, "ignore/unused:1"},
		{"no reason", "<!-- handrail-ignore link/vague -->\nOne\n",
			[]finding.Finding{at("link/vague", 2)}, "ignore/no-reason:1 link/vague:2"},
		{"a reason of spaces", "<!-- handrail-ignore link/vague:   -->\nOne\n",
			[]finding.Finding{at("link/vague", 2)}, "ignore/no-reason:1 link/vague:2"},
		{"no such check", "<!-- handrail-ignore link/vagu: kept -->\nOne\n",
			[]finding.Finding{at("link/vague", 2)}, "ignore/unknown-check:1 link/vague:2"},
		{"no check at all", "<!-- handrail-ignore -->\nOne\n", nil, "ignore/unknown-check:1"},
		{"private words", "<!-- handrail-ignore private/shown: please -->\nOne\n",
			[]finding.Finding{at("private/shown", 2)}, "ignore/not-allowed:1 private/shown:2"},
		{"a finding about ignores", "<!-- handrail-ignore ignore/unused: please -->\n\n" + because + "\nOne\n",
			nil, "ignore/not-allowed:1 ignore/unused:3"},
		{"another comment", "<!-- a note to ourselves -->\nOne\n",
			[]finding.Finding{at("link/vague", 2)}, "link/vague:2"},
		{"the same thing twice", "One\n",
			[]finding.Finding{at("link/vague", 1), at("link/vague", 1)}, "link/vague:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(checksForTest().Silence(siteOf(c.text), c.found, march)); got != c.want {
				t.Errorf("%q leaves\n%s\nwanted\n%s", c.text, got, c.want)
			}
		})
	}
}

func TestSilenceConfigured(t *testing.T) {
	ignore := func(rule, path, until string) config.Ignore {
		return config.Ignore{At: source.Place{Path: "handrail.toml", Line: 9, Col: 1}, Rule: rule, Path: path, Reason: "kept", Until: until}
	}
	for _, c := range []struct {
		name   string
		ignore config.Ignore
		want   string
	}{
		{"a file", ignore("link/vague", "content/en/a.md", ""), ""},
		{"a folder", ignore("link/vague", "content/en", ""), ""},
		{"a folder with a slash", ignore("link/vague", "content/en/", ""), ""},
		{"a pattern", ignore("link/vague", "content/*/a.md", ""), ""},
		{"everywhere", ignore("link/vague", "", ""), ""},
		{"another folder", ignore("link/vague", "content/e", ""), "ignore/unused:9 link/vague:2"},
		{"until later", ignore("link/vague", "content", "2026-04-01"), ""},
		{"until today", ignore("link/vague", "content", "2026-03-15"), ""},
		{"until yesterday", ignore("link/vague", "content", "2026-03-14"), "ignore/expired:9 link/vague:2"},
		{"private words", ignore("private/shown", "", ""), "ignore/not-allowed:9 link/vague:2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := told(checksForTest().Silence(siteOf("One\ntwo\n", c.ignore), []finding.Finding{at("link/vague", 2)}, march))
			if got != c.want {
				t.Errorf("it leaves\n%s\nwanted\n%s", got, c.want)
			}
		})
	}
}

// Two ignores that cover one finding are both of use.
func TestSilenceTwice(t *testing.T) {
	st := siteOf("<!-- handrail-ignore link/vague: kept -->\nOne\n", config.Ignore{Rule: "link/vague", Path: "content", Reason: "kept"})
	if got := told(checksForTest().Silence(st, []finding.Finding{at("link/vague", 2)}, march)); got != "" {
		t.Errorf("it leaves %s", got)
	}
}

// A long page of ignores takes no more time than its length.
func TestSilenceMany(t *testing.T) {
	const n = 40_000
	var text strings.Builder
	found := make([]finding.Finding, 0, n)
	for i := range n {
		text.WriteString("<!-- handrail-ignore link/other: kept -->\n")
		found = append(found, at("link/vague", i+1))
	}
	st := siteOf(text.String())
	began := time.Now()
	got := checksForTest().Silence(st, found, march)
	if took := time.Since(began); took > time.Minute {
		t.Errorf("%d ignores and as many findings took %v", n, took)
	}
	if len(got) != 2*n {
		t.Errorf("%d findings are left, wanted %d", len(got), 2*n)
	}
}
