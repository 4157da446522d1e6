package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handrail/internal/finding"
)

var update = flag.Bool("update", false, "rewrite the reports in testdata")

// sample is a report with each severity, a finding of the site as a whole, one
// of a file without a line, and one whose rule no check has.
func sample() *Report {
	altMissing := Rule{ID: "image/alt-missing", Title: "Images have a text alternative", Severity: finding.Error,
		Why: "Some people listen to the page.", Fix: "Say in a few words what the picture is there to tell.",
		WCAG: []string{"1.1.1"}, ACT: []string{"23a2a8"}, Axe: []string{"image-alt"}}
	long := Rule{ID: "image/alt-long", Title: "Text alternatives are short", Severity: finding.Warning,
		Why: "A long text cannot be skipped.", Fix: "Move the details into a `caption`."}
	one := func(rule Rule, severity finding.Severity, file string, line, col int, message, fix string) finding.Finding {
		if fix == "" {
			fix = rule.Fix
		}
		return finding.Finding{File: file, Line: line, Col: col, Rule: rule.ID, Severity: severity, Message: message,
			Why: rule.Why, Fix: fix, WCAG: rule.WCAG, ACT: rule.ACT, Axe: rule.Axe}
	}
	r := &Report{Tool: "handrail", Version: "1.0", Command: "check", FailOn: finding.Error, Folder: "library", Held: 2, Notes: true,
		Rules: []Rule{long, altMissing}, Closing: "Nothing was published.",
		Findings: []finding.Finding{
			one(Rule{ID: "page/required-missing", Why: "Everyone needs a way out.", Fix: "Write it."}, finding.Error, "", 0, 0, "there is no removal page", ""),
			one(long, finding.Info, "content/en/a.md", 0, 0, "2 pictures were made smaller", ""),
			one(altMissing, finding.Error, "content/en/a.md", 3, 7, "image “boots.svg” has no text alternative", ""),
			one(long, finding.Warning, "content/en/a.md", 3, 7, "the text has 300 characters", "Take out what the caption says."),
			one(altMissing, finding.Ask, "content/en/a.md", 9, 1, "does “IMG_2” say what the picture shows?", ""),
			one(altMissing, finding.Error, "content/en/a.md", 12, 1, "image “boots.svg” has no text alternative", ""),
			one(altMissing, finding.Withhold, "content/es/ño #1.md", 1, 1, "this page is not ready", ""),
		}}
	r.Findings[4].Selector = "#map > img"
	r.Summary = finding.Summarise(r.Findings)
	r.Summary.Pages, r.Summary.Seconds = 12, 0.25
	return r
}

// hostile is a report whose files and messages try to get out of every format.
func hostile() *Report {
	r := sample()
	const evil = "]]></failure>\"'><script>alert(1)</script>\n::error::x%0A,title=y:z\r\x1b[31m\x00\xff\u2028{{.}} `<b onclick=x>` `"
	for i := range r.Findings {
		r.Findings[i].File, r.Findings[i].Message, r.Findings[i].Fix = "content/"+evil+".md", evil, evil
		r.Findings[i].Why, r.Findings[i].Selector = evil, evil
	}
	return r
}

// written is a report as text.
func written(t *testing.T, f Format, r *Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			got := written(t, f, sample())
			golden := filepath.Join("testdata", "report."+f.Name)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the report differs from %s:\n%s", golden, got)
			}
			if again := written(t, f, sample()); again != got {
				t.Error("the same report is written in two ways")
			}
		})
	}
}

// A machine's own folders may hold the name of the person at the keyboard. The
// last line for people may name one, so only the terminal's report has it.
func TestNoMachinePath(t *testing.T) {
	r := sample()
	r.Closing = "Published to /home/wren/library/public."
	for _, f := range Formats() {
		if got := written(t, f, r); f.Name != "text" && strings.Contains(got, "wren") {
			t.Errorf("%s names a folder of the machine", f.Name)
		}
	}
}

// No text may end its line, its element or its string, or reach a terminal's
// commands.
func TestControlCharacters(t *testing.T) {
	for _, f := range Formats() {
		got := written(t, f, hostile())
		if i := strings.IndexFunc(got, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }); i >= 0 {
			t.Errorf("%s has a control character: %q", f.Name, got[max(0, i-30):i+1])
		}
	}
}

// A clean report never says more than that nothing was found.
func TestClean(t *testing.T) {
	for _, f := range Formats() {
		r := &Report{Tool: "handrail", Version: "1.0", Command: "check", Summary: finding.Summary{Pages: 3}}
		got := strings.ToLower(written(t, f, r))
		for _, word := range []string{"passed all", "accessible", "compliant", "congratulations", "null"} {
			if strings.Contains(got, word) {
				t.Errorf("%s of a clean run says %q:\n%s", f.Name, word, got)
			}
		}
		if got == "" {
			t.Errorf("%s of a clean run is empty", f.Name)
		}
	}
}

func TestNamed(t *testing.T) {
	if _, err := Named("sarif"); err != nil {
		t.Error(err)
	}
	if _, err := Named("pdf"); err == nil {
		t.Error("a format that is not there was found")
	}
}

// TestNotesAreCounted: text shows notes only when asked, and says so.
func TestNotesAreCounted(t *testing.T) {
	r := sample()
	r.Notes = false
	var out strings.Builder
	if err := Text(&out, r); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), ": info: ") || !strings.Contains(out.String(), "1 note (0.2 s); --verbose shows the notes") {
		t.Errorf("the report is\n%s", out.String())
	}
}
