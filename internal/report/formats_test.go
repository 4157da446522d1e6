package report

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handrail/internal/dom"
	"handrail/internal/finding"
)

func TestTextKeepsLines(t *testing.T) {
	got := written(t, Format{"text", Text}, hostile())
	line := regexp.MustCompile(`^(content/.*: (error|withhold|warning|ask|info): .* \[.*\]|    fix: .*|The baseline .*|12 pages, .*|Nothing was published\.|)$`)
	for l := range strings.Lines(got) {
		if !line.MatchString(strings.TrimSuffix(l, "\n")) {
			t.Errorf("this line is no finding: %q", l)
		}
	}
}

func TestJSONHoldsEverything(t *testing.T) {
	var got Report
	if err := json.Unmarshal([]byte(written(t, Format{"json", JSON}, hostile())), &got); err != nil {
		t.Fatal(err)
	}
	want := strings.ToValidUTF8(hostile().Findings[0].Message, "\uFFFD")
	if len(got.Findings) != len(hostile().Findings) || got.Findings[0].Message != want {
		t.Errorf("%d findings, the first %q", len(got.Findings), got.Findings[0].Message)
	}
}

func TestSARIF(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, Format{"sarif", SARIF}, hostile())), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, result := range run.Results {
		if run.Tool.Driver.Rules[result.RuleIndex].ID != result.RuleID {
			t.Errorf("%s points at the rule %s", result.RuleID, run.Tool.Driver.Rules[result.RuleIndex].ID)
		}
		u, err := url.Parse(result.Locations[0].Physical.Artifact.URI)
		if err != nil || u.IsAbs() || u.RawQuery != "" || u.Fragment != "" || !strings.HasPrefix(u.Path, "library/content/") {
			t.Errorf("%q is not the address of the file: %v", result.Locations[0].Physical.Artifact.URI, err)
		}
	}
}

// Advice is plain text; a code host must not take parts of it for markup.
func TestSARIFHelp(t *testing.T) {
	got := markdown("Write <!-- why --> or `<b>` in [words](a.md) *")
	if want := "Write \\<!-- why --> or `<b>` in \\[words](a.md) \\*"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A code host follows a finding by its print, through lines that move.
func TestSARIFPrints(t *testing.T) {
	prints := func(change func(*finding.Finding)) []string {
		r := sample()
		for i := range r.Findings {
			change(&r.Findings[i])
		}
		var log sarifLog
		if err := json.Unmarshal([]byte(written(t, Format{"sarif", SARIF}, r)), &log); err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, result := range log.Runs[0].Results {
			list = append(list, result.Prints["handrail/v1"])
		}
		return list
	}
	still := prints(func(*finding.Finding) {})
	if moved := prints(func(f *finding.Finding) { f.Line += 5 }); !slices.Equal(still, moved) {
		t.Error("prints change when lines move")
	}
	if other := prints(func(f *finding.Finding) { f.Message += "!" }); slices.Equal(still, other) {
		t.Error("prints do not change with the message")
	}
	slices.Sort(still)
	if len(slices.Compact(still)) != len(sample().Findings) {
		t.Error("two findings have one print")
	}
}

func TestJUnit(t *testing.T) {
	for _, failOn := range []finding.Severity{finding.Error, finding.Warning} {
		r := hostile()
		r.FailOn = failOn
		var got junitSuites
		if err := xml.Unmarshal([]byte(written(t, Format{"junit", JUnit}, r)), &got); err != nil {
			t.Fatal(err)
		}
		failures := map[finding.Severity]int{finding.Error: 3, finding.Warning: 4}[failOn]
		if got.Tests != 7 || got.Failures != failures || got.Skipped != 2 || len(got.Suites) != 1 || len(got.Suites[0].Cases) != 7 {
			t.Errorf("--fail-on %s: %d tests, %d failures, %d skipped in %d suites", failOn, got.Tests, got.Failures, got.Skipped, len(got.Suites))
		}
	}
}

func TestJUnitTokens(t *testing.T) {
	decoder := xml.NewDecoder(strings.NewReader(written(t, Format{"junit", JUnit}, hostile())))
	known := []string{"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && !slices.Contains(known, start.Name.Local) {
			t.Errorf("a message made an element called %s", start.Name.Local)
		}
	}
}

func TestGitHub(t *testing.T) {
	command := regexp.MustCompile(`^::(error|warning|notice) file=[^:,\s][^:,]*(,line=\d+,col=\d+)?,title=[a-z-]+/[a-z-]+::(.*)$`)
	got := written(t, Format{"github", GitHub}, hostile())
	lines := strings.Split(strings.TrimSpace(got), "\n")
	if len(lines) != 7+2 {
		t.Fatalf("%d lines:\n%s", len(lines), got)
	}
	for _, line := range lines[:7] {
		if !command.MatchString(line) {
			t.Errorf("this is no workflow command: %q", line)
		}
	}
	for _, line := range lines[7:] {
		if strings.Contains(line, "::") {
			t.Errorf("the summary is a command: %q", line)
		}
	}
	if !strings.Contains(lines[0], "content/]]></failure>") || !strings.Contains(lines[0], "%0A%3A%3Aerror%3A%3Ax%250A%2Ctitle=y%3Az%0D") {
		t.Errorf("the file is not named as it is: %q", lines[0])
	}
}

func TestHTML(t *testing.T) {
	for _, r := range []*Report{sample(), hostile(), {Tool: "handrail", Command: "check"}} {
		text := written(t, Format{"html", HTML}, r)
		page, err := dom.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for selector, want := range map[string]int{"h1": 1, "main": 1, "header": 1, "footer": 1, "html[lang=en]": 1, "title": 1,
			"script, link, img, iframe, [style], [onclick], [src]": 0, "article": len(r.Findings), "h4": len(r.Findings)} {
			found, err := page.Find(selector)
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != want {
				t.Errorf("%d of %q, want %d", len(found), selector, want)
			}
		}
		anchors(t, page)
		if !strings.Contains(text, "A green check is not consent") {
			t.Error("the page does not say what a green check is not")
		}
	}
}

// anchors fails unless every link leads to something on the page.
func anchors(t *testing.T, page *dom.Document) {
	t.Helper()
	ids := map[string]int{}
	all, err := page.Find("[id]")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		id, _ := e.Attribute("id")
		ids[id]++
		if ids[id] > 1 {
			t.Errorf("two things are called %s", id)
		}
	}
	links, err := page.Find("a")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range links {
		href, _ := e.Attribute("href")
		if ids[strings.TrimPrefix(href, "#")] == 0 || !strings.HasPrefix(href, "#") {
			t.Errorf("a link leads to %q", href)
		}
	}
}

// What a person must look at stands on a list of its own, and in no other.
func TestHTMLQuestions(t *testing.T) {
	page, err := dom.Parse([]byte(written(t, Format{"html", HTML}, sample())))
	if err != nil {
		t.Fatal(err)
	}
	for selector, want := range map[string]int{
		"section[aria-labelledby=people] article": 1, "section[aria-labelledby=pages] article": 6,
		"section[aria-labelledby=first] li": 2, "article.blocks": 3, "article.person": 1,
	} {
		found, err := page.Find(selector)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != want {
			t.Errorf("%d of %q, want %d", len(found), selector, want)
		}
	}
}

// In each file, what must be mended comes before what is good to know, and a list
// leads to every file.
func TestHTMLOrder(t *testing.T) {
	page, err := dom.Parse([]byte(written(t, Format{"html", HTML}, sample())))
	if err != nil {
		t.Fatal(err)
	}
	headings, _ := page.Find("#pages ~ h3")
	links, _ := page.Find("details a")
	if len(headings) != 3 || len(links) != 3 {
		t.Fatalf("%d files and %d links to them, want 3 of each", len(headings), len(links))
	}
	for i, link := range links {
		id, _ := headings[i].Attribute("id")
		if href, _ := link.Attribute("href"); href != "#"+id {
			t.Errorf("link %d leads to %s, and the file is at %s", i+1, href, id)
		}
	}
	var kinds []string
	all, _ := page.Find("#pages ~ article .kind")
	for _, kind := range all {
		kinds = append(kinds, kind.Text())
	}
	const want = "Must be mended. Must be mended. Must be mended. Worth mending. Good to know. This page is left out for now."
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("the order is %s\nwant %s", got, want)
	}
}

func TestFolderIsBeforeFiles(t *testing.T) {
	const want = "library/content/en/a.md"
	for _, f := range []Format{{"sarif", SARIF}, {"junit", JUnit}, {"github", GitHub}} {
		if got := written(t, f, sample()); !strings.Contains(got, want) {
			t.Errorf("%s does not name %s as the code host does", f.Name, want)
		}
	}
}
