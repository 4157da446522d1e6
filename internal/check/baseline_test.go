package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// aboutBaselines are the rules that Hold itself reports.
var aboutBaselines = []string{"baseline/expired", "baseline/no-reason", "baseline/not-allowed", "baseline/unused"}

// baselineChecks are the checks of the tests of ignores, and those of Hold.
func baselineChecks() *Set {
	page := &Page{Title: "t", Why: "w", Fix: "f"}
	checks := slices.Clone(checksForTest().All())
	for _, rule := range aboutBaselines {
		checks = append(checks, &Check{ID: rule, Severity: finding.Warning, Load: true, Page: page})
	}
	return NewSet(checks)
}

// oneAt is an error in the file of at, with a message.
func oneAt(rule string, line int, message string) finding.Finding {
	f := at(rule, line)
	f.Severity, f.Message = finding.Error, message
	return f
}

// baselineOf writes a baseline of findings and reads it again, with every
// reason and date filled in.
func baselineOf(t *testing.T, s *Set, reason, until string, found ...finding.Finding) *Baseline {
	t.Helper()
	data, _ := s.Baseline(found, nil)
	text := strings.NewReplacer(`"reason":""`, `"reason":"`+reason+`"`, `"until":""`, `"until":"`+until+`"`).Replace(string(data))
	b, err := ParseBaseline(source.NewFile("baseline.json", []byte(text)))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return b
}

func TestHold(t *testing.T) {
	here, there := oneAt("link/vague", 3, "here"), oneAt("link/vague", 9, "there")
	private := oneAt("private/shown", 4, "a private word shows")
	ask, info := oneAt("link/vague", 5, "is it?"), oneAt("link/vague", 6, "so it is")
	ask.Severity, info.Severity = finding.Ask, finding.Info
	moved := oneAt("link/vague", 30, "here")
	for _, c := range []struct {
		name          string
		reason, until string
		written, now  []finding.Finding
		want          string
		count         int
	}{
		{"all that was there", "old", "", []finding.Finding{here, there}, []finding.Finding{here, there}, "", 2},
		{"a new one", "old", "", []finding.Finding{here}, []finding.Finding{here, there}, "link/vague:9", 1},
		{"a line moved", "old", "", []finding.Finding{here}, []finding.Finding{moved}, "", 1},
		{"the same again", "old", "", []finding.Finding{here}, []finding.Finding{here, moved}, "link/vague:30", 1},
		{"one of two mended", "old", "", []finding.Finding{here, moved}, []finding.Finding{moved}, "baseline/unused:3", 1},
		{"mended", "old", "", []finding.Finding{here}, nil, "baseline/unused:2", 0},
		{"another message", "old", "", []finding.Finding{here}, []finding.Finding{oneAt("link/vague", 3, "hier")}, "baseline/unused:2 link/vague:3", 0},
		{"no reason", "", "", []finding.Finding{here}, []finding.Finding{here}, "baseline/no-reason:2", 1},
		{"a reason of spaces", "  ", "", []finding.Finding{here}, []finding.Finding{here}, "baseline/no-reason:2", 1},
		{"until today", "old", "2026-03-15", []finding.Finding{here}, []finding.Finding{here}, "", 1},
		{"until yesterday", "old", "2026-03-14", []finding.Finding{here}, []finding.Finding{here}, "baseline/expired:2 link/vague:3", 0},
		{"past its date and mended", "old", "2026-03-14", []finding.Finding{here}, nil, "baseline/unused:2", 0},
		{"a private word", "old", "", []finding.Finding{private}, []finding.Finding{private}, "private/shown:4", 0},
		{"a question", "old", "", []finding.Finding{ask}, []finding.Finding{ask}, "link/vague:5", 0},
		{"a note", "old", "", []finding.Finding{info}, []finding.Finding{info}, "link/vague:6", 0},
		{"an ignore", "old", "", []finding.Finding{oneAt("ignore/unused", 1, "x")}, []finding.Finding{oneAt("ignore/unused", 1, "x")}, "ignore/unused:1", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := baselineChecks()
			kept, count := s.Hold(baselineOf(t, s, c.reason, c.until, c.written...), c.now, march)
			if got := told(kept); got != c.want || count != c.count {
				t.Errorf("%d are held, and what is left is\n%s\nwanted %d and\n%s", count, got, c.count, c.want)
			}
		})
	}
}

// Entries are named where they stand, however the file is laid out.
func TestBaselinePlaces(t *testing.T) {
	const entry = `{"file":"é","rule":"link/vague","fingerprint":"1","reason":"d"}`
	for layout, want := range map[string]string{
		"{\"findings\": [\n%,\n  %\n]}": "2:1 3:3",
		`{"findings": [ %, % ]}`:        "1:16 1:81",
		"{\"findings\":\r\n[%\r\n,%]}":  "2:2 3:2",
	} {
		b, err := ParseBaseline(source.NewFile("b.json", []byte(strings.ReplaceAll(layout, "%", entry))))
		if err != nil {
			t.Fatal(err)
		}
		var places []string
		for _, e := range b.entries {
			places = append(places, fmt.Sprintf("%d:%d", e.at.Line, e.at.Col))
		}
		if got := strings.Join(places, " "); got != want {
			t.Errorf("%q has entries at %s, want %s", layout, got, want)
		}
	}
}

// A baseline of a hundred thousand findings on one line is read and held in
// time that grows with its size.
func TestLargeBaseline(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	entry := `{"file":"a","rule":"link/vague","fingerprint":"1","reason":"d","until":""}`
	text := `{"findings": [` + strings.Repeat(entry+",", 100000) + entry + `]}`
	started := time.Now()
	b, err := ParseBaseline(source.NewFile("b.json", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := baselineChecks().Hold(b, nil, march)
	if took := time.Since(started); len(kept) != 100001 || took > time.Minute {
		t.Errorf("%d findings after %v", len(kept), took)
	}
}

// An entry that someone writes by hand holds nothing that may not be held.
func TestHoldByHand(t *testing.T) {
	s := baselineChecks()
	for _, f := range []finding.Finding{oneAt("private/shown", 4, "a private word shows"), oneAt("baseline/unused", 1, "x"), oneAt("ignore/unused", 1, "x")} {
		text := `{"findings": [` + "\n" + `{"file":"` + f.File + `","rule":"` + f.Rule + `","fingerprint":"` + Fingerprints([]finding.Finding{f})[0] + `","reason":"please"}]}`
		b, err := ParseBaseline(source.NewFile("baseline.json", []byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		kept, count := s.Hold(b, []finding.Finding{f}, march)
		if got := told(kept); count != 0 || !strings.Contains(got, "baseline/not-allowed:2") || !strings.Contains(got, f.Rule) {
			t.Errorf("%s: %d held, left %s", f.Rule, count, got)
		}
	}
}

// The print of one rule opens no door for another.
func TestHoldAnotherRule(t *testing.T) {
	s := baselineChecks()
	f := oneAt("link/vague", 3, "here")
	data, _ := s.Baseline([]finding.Finding{f}, nil)
	b, err := ParseBaseline(source.NewFile("baseline.json", []byte(strings.Replace(string(data), "link/vague", "link/other", 1))))
	if err != nil {
		t.Fatal(err)
	}
	if _, count := s.Hold(b, []finding.Finding{f}, march); count != 0 {
		t.Error("an entry of another rule held it")
	}
}

func TestBaselineFile(t *testing.T) {
	s := baselineChecks()
	first, second := oneAt("link/vague", 9, "first & <b>\n"), oneAt("link/other", 3, "second")
	data, n := s.Baseline([]finding.Finding{second, first}, nil)
	if lines := strings.Count(string(data), "\n"); n != 2 || lines != 4 {
		t.Errorf("%d entries on %d lines:\n%s", n, lines, data)
	}
	first.Line, second.Line = 2, 40
	if again, _ := s.Baseline([]finding.Finding{first, second}, nil); string(again) != string(data) {
		t.Errorf("moved lines changed the baseline:\n%s\n%s", data, again)
	}
	before := baselineOf(t, s, "a quotation", "2027-01-01", first)
	kept, _ := s.Baseline([]finding.Finding{first, second}, before)
	if strings.Count(string(kept), `"reason":"a quotation","until":"2027-01-01"`) != 1 {
		t.Errorf("the reason is lost:\n%s", kept)
	}
	if empty, n := s.Baseline(nil, nil); n != 0 || string(empty) != "{\"findings\": [\n]}\n" {
		t.Errorf("%d entries: %q", n, empty)
	}
}

func TestBrokenBaseline(t *testing.T) {
	const entry = `{"file":"a","rule":"b/c","fingerprint":"1","reason":"d","until":""}`
	for text, want := range map[string]string{
		"":                                 "b.json:1:1: this is not a baseline",
		"[]":                               "this is not a baseline",
		`{"findings": {}}`:                 "this is not a baseline",
		`{"other": []}`:                    "this is not a baseline",
		`{"findings": [` + entry:           "this is not a baseline",
		`{"findings": [` + entry + `]} {}`: "more after the end",
		`{"findings": [` + entry + `], "other": 1}`:                             "this is not a baseline",
		`{"findings": [1]}`:                                                     "it needs keys and values",
		`{"findings": [{"rule": 1}]}`:                                           "`rule` needs text",
		`{"findings": [{"rule": "a/b"}]}`:                                       "needs `rule` and `fingerprint`",
		`{"findings": [null]}`:                                                  "needs `rule` and `fingerprint`",
		`{"findings": [{"because": "x"}]}`:                                      "because",
		`{"findings": [` + strings.Replace(entry, `""`, `"soon"`, 1) + `]}`:     "`until` is \"soon\"",
		"{\"findings\": [\n" + strings.Replace(entry, `""`, `"soon"`, 1) + `]}`: "b.json:2:",
		strings.Repeat("[", 100000):                                             "this is not a baseline",
	} {
		_, err := ParseBaseline(source.NewFile("b.json", []byte(text)))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q gives %v, want %q", text, err, want)
		}
	}
}

func FuzzParseBaseline(f *testing.F) {
	f.Add([]byte(`{"findings": [{"file":"a","rule":"b/c","fingerprint":"1","reason":"d","until":"2027-01-01"}]}`))
	f.Add([]byte("{\"findings\": [\n1, {\"rule\":2}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := ParseBaseline(source.NewFile("b.json", data))
		if err != nil {
			return
		}
		baselineChecks().Hold(b, []finding.Finding{oneAt("link/vague", 3, "here")}, march)
	})
}
