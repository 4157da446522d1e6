package checks

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var update = flag.Bool("update", false, "rewrite the manual's pages of checks")

// manual is the folder of the manual's pages of checks. Nothing else is in it.
const manual = "../../content/en/manual/checks"

// TestManual compares the manual with what the checks say of themselves, and
// rewrites it:
//
//	go test ./internal/checks -run Manual -update
func TestManual(t *testing.T) {
	pages := manualPages(All().All())
	entries, err := os.ReadDir(manual)
	if err != nil && !*update {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, wanted := pages[e.Name()]; wanted {
			continue
		}
		if !*update {
			t.Errorf("%s is about no area of checks; rewrite the pages with -update", e.Name())
		} else if err := os.Remove(filepath.Join(manual, e.Name())); err != nil {
			t.Error(err)
		}
	}
	if err := os.MkdirAll(manual, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, want := range pages {
		file := filepath.Join(manual, name)
		got, err := os.ReadFile(file)
		switch {
		case err == nil && string(got) == want:
		case !*update:
			t.Errorf("%s is not what the checks say; rewrite it with `go test ./internal/checks -run Manual -update`", name)
		default:
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Error(err)
			}
		}
	}
}

// manualPages writes a page for each area and one that lists them all, by the
// name of their file.
func manualPages(all []*check.Check) map[string]string {
	areas := map[string][]*check.Check{}
	for _, c := range all {
		area := path.Dir(c.ID)
		areas[area] = append(areas[area], c)
	}
	pages := map[string]string{}
	var names []string
	for area, checks := range areas {
		slices.SortFunc(checks, func(a, b *check.Check) int { return strings.Compare(a.ID, b.ID) })
		names = append(names, area)
		for i := 0; i < len(checks); i += mostChecks {
			pages[areaFile(area, i)] = areaPage(area, checks[i:min(i+mostChecks, len(checks))], len(checks))
		}
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString(frontMatter("All checks", "Every check that Handrail makes, by area, with what is true when it passes."))
	b.WriteString("The name of an area is the first part of a check's name. " +
		"`handrail explain` prints the same texts in a terminal. " +
		"[Checking](../checking.md#severities) says what errors, warnings and the other words mean. What has no such word here is an error.\n")
	for _, area := range names {
		fmt.Fprintf(&b, "\n## %s/ {#%s}\n\n", area, area)
		for i, c := range areas[area] {
			severity := "" // the page is long, and must stay light
			if c.Severity != finding.Error {
				severity = ", " + string(c.Severity)
			}
			fmt.Fprintf(&b, "- [%s](%s#%s)%s: %s.\n", c.ID, areaFile(area, i), path.Base(c.ID), severity, marked(c.Page.Title))
		}
	}
	pages["index.md"] = b.String()
	return pages
}

func frontMatter(title, summary string) string {
	return fmt.Sprintf("+++\ntitle = %q\nsummary = %q\nversion = 1\nchanged = \"2026-11\"\n+++\n\n"+
		"<!-- The checks wrote this page: go test ./internal/checks -run Manual -update -->\n\n", title, summary)
}

// mostChecks is how many checks a page holds: with more it would be too heavy
// for a phone on a slow network.
const mostChecks = 20

// areaFile names the page that holds a check of an area, by the check's number.
func areaFile(area string, i int) string {
	if part := i / mostChecks; part > 0 {
		return fmt.Sprintf("%s-%d.md", area, part+1)
	}
	return area + ".md"
}

func areaPage(area string, checks []*check.Check, all int) string {
	var b strings.Builder
	title := "Checks: " + area
	if all > len(checks) {
		title += fmt.Sprintf(", from %s to %s", path.Base(checks[0].ID), path.Base(checks[len(checks)-1].ID))
	}
	b.WriteString(frontMatter(title, "The checks of the area “"+area+"”: why each one matters to a person, and what to do."))
	b.WriteString("[All checks](index.md) lists the other areas. [Checking](../checking.md#severities) says what severities mean.\n")
	shown := map[string]bool{}
	for _, c := range checks {
		// The whole name is too long for one line of a phone in large letters.
		fmt.Fprintf(&b, "\n## %s {#%[1]s}\n\n%s.\n\n", path.Base(c.ID), marked(c.Page.Title))
		fmt.Fprintf(&b, "**Name:** `%s`. **Severity:** %s. %s\n\n", c.ID, c.Severity, effect(c))
		fmt.Fprintf(&b, "**Why it matters.** %s\n\n**What to do.** %s\n", marked(c.Page.Why), marked(c.Page.Fix))
		if refs := references(c); refs != "" {
			fmt.Fprintf(&b, "\n**Standards:** %s.\n", refs)
		}
		writeExample(&b, shown, "This is found:", c.Page.Examples, "fail", "ask")
		writeExample(&b, shown, "This is fine:", c.Page.Examples, "pass")
	}
	return b.String()
}

// effect says what a finding does to a build.
func effect(c *check.Check) string {
	effects := map[finding.Severity]string{
		finding.Error:    "Nothing is published until it is mended.",
		finding.Withhold: "The page is left out, and the rest is published.",
		finding.Warning:  "The library is published all the same.",
		finding.Ask:      "A person must look. It never counts as passed.",
		finding.Info:     "It is good to know.",
	}
	if c.Final {
		return effects[c.Severity] + " Nothing can silence it."
	}
	return effects[c.Severity]
}

func references(c *check.Check) string {
	var refs []string
	for _, r := range c.Refs.WCAG {
		refs = append(refs, "WCAG "+r)
	}
	for _, r := range c.Refs.ACT {
		refs = append(refs, "ACT rule "+r)
	}
	for _, r := range c.Refs.Axe {
		refs = append(refs, "axe rule `"+r+"`")
	}
	return strings.Join(refs, ", ")
}

// writeExample shows an example of the first outcome that has one: the shortest
// one. A file that the page has shown before is only named, since a page should
// be light enough for a phone.
func writeExample(b *strings.Builder, before map[string]bool, title string, examples []check.Example, outcomes ...string) {
	for _, outcome := range outcomes {
		var shown *check.Example
		for i, e := range examples {
			if e.Outcome == outcome && (shown == nil || size(e) < size(*shown)) {
				shown = &examples[i]
			}
		}
		if shown == nil {
			continue
		}
		b.WriteString("\n" + title + "\n")
		var names []string
		for name := range shown.Files {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if !shown.Single() {
				b.WriteString("\nIn `" + name + "`:\n")
			}
			block := fenced(name, shown.Files[name])
			if !shown.Single() && before[name+block] {
				b.WriteString("\nThe same as above.\n")
				continue
			}
			before[name+block] = true
			b.WriteString("\n" + block + "\n")
		}
		return
	}
}

// size is how much there is to read in an example.
func size(e check.Example) int {
	sum := 0
	for name, text := range e.Files {
		sum += len(name) + len(text)
	}
	return sum
}

var languages = map[string]string{".md": "markdown", ".html": "html", ".toml": "toml", ".svg": "xml", ".css": "css", ".js": "javascript"}

// fenced is a block of code whose fence is longer than any in the text.
func fenced(name, text string) string {
	language := languages[path.Ext(name)]
	if language == "" {
		language = "text"
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.Trim(text, "\n") + "\n" + fence
}

// codelike are the pieces of a plain text that a writer types: markdown, a
// line of settings, a comment, what stands between backticks, an element.
var codelike = regexp.MustCompile("`[^`]+`" + `|#{2,6} [^#{}.\n]{1,40}\{#[^}\n]*\}|\{\{[^}\n]*\}\}|#+|\b[a-z]+_[a-z_]+( = ("[^"\n]*"|\d+))?|!?\[[^\]\n]*\]\([^)\n]*\)(\{[^}\n]*\})?|\[[^\]\n]*\]\{[^}\n]*\}` +
	`|\b[a-z_]+ = ("[^"\n]*"|\[[^\]\n]*\]|true|false|\d+)|\{[#.a-z][^}\n]*\}|:::[a-z-]*|<!--[^\n]*?-->|\[\[[a-z.]+\]\]|\[private\]` +
	`|</?[a-z][^<>\n]*>|\b[a-z-]+="[^"\n]*"`)

// marked writes plain text as markdown: pieces to type as code, and nothing
// else with a meaning of its own.
func marked(text string) string {
	var b strings.Builder
	rest := 0
	for _, at := range codelike.FindAllStringIndex(text, -1) {
		b.WriteString(escaper.Replace(text[rest:at[0]]))
		b.WriteString("`" + strings.Trim(text[at[0]:at[1]], "`") + "`")
		rest = at[1]
	}
	b.WriteString(escaper.Replace(text[rest:]))
	return b.String()
}

var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"{", `\{`, "}", `\}`, "~", `\~`, "&", `\&`, "#", `\#`, "|", `\|`, "@", `\@`, "://", `\://`, "www.", `www\.`)

func TestMarked(t *testing.T) {
	for text, want := range map[string]string{
		"Write ![Boots.](boots.svg) there.":  "Write `![Boots.](boots.svg)` there.",
		"Say so: ![](line.svg){decorative}.": "Say so: `![](line.svg){decorative}`.",
		`Write alt = "…" or use *stars*.`:    "Write `alt = \"…\"` or use \\*stars\\*.",
		"`handrail explain` lists [them].":   "`handrail explain` lists \\[them\\].",
		"See https://example.org/ or a@b.c":  `See https\://example.org/ or a\@b.c`,
		"Give <html> a lang.":                "Give `<html>` a lang.",
		`Write tabindex="0", or none.`:       "Write `tabindex=\"0\"`, or none.",
		"Write ## Costs {#costs}, not #.":    "Write `## Costs {#costs}`, not `#`.",
		"Take sheet_for out of {{.Title}}":   "Take `sheet_for` out of `{{.Title}}`",
	} {
		if got := marked(text); got != want {
			t.Errorf("marked(%q) = %q, want %q", text, got, want)
		}
	}
}
