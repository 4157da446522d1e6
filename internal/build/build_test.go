package build_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/checks"
	"handrail/internal/finding"
	"handrail/internal/starter"
)

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newSite writes a starter site and returns its folder.
func newSite(t testing.TB, languages ...string) string {
	t.Helper()
	dir := t.TempDir()
	files, err := starter.Site(starter.Start{Title: "Ours", Languages: languages, Month: "2026-09"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		write(t, dir, f.Path, string(f.Data))
	}
	return dir
}

func options(dir string) build.Options {
	return build.Options{Source: dir, ConfigFile: "handrail.toml", Today: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), Checks: checks.All()}
}

// run builds a site into memory.
func run(t testing.TB, o build.Options) (*build.Result, map[string]string) {
	t.Helper()
	var mu sync.Mutex
	files := map[string]string{}
	result, err := build.Run(context.Background(), o, func(path string, data []byte, _ []string) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return result, files
}

func TestPlacesAreTakenOut(t *testing.T) {
	_, files := run(t, options(newSite(t, "en", "ar")))
	for name, data := range files {
		if strings.Contains(data, "data-at") {
			t.Errorf("%s tells where its words were written", name)
		}
	}
}

func TestPrivateNeverShown(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "content/en/workbooks/steps.md", `+++
title = "First steps"
summary = "Made up."
[private]
panel = "panel-made-up-17"
+++

Some words that name panel-made-up-17 by mistake.
`)
	result, _ := run(t, options(dir))
	found := false
	for _, f := range result.Findings {
		if strings.Contains(fmt.Sprint(f), "made-up-17") {
			t.Errorf("the finding shows the value: %v", f)
		}
		found = found || f.Rule == "private/in-output" && f.Severity == finding.Error
	}
	if !found {
		t.Error("a private value in the output was not found")
	}
	if !result.Blocked(finding.Error) {
		t.Error("a private value in the output does not block")
	}
}

// TestPrivateAddress: an address is published, too, and no message may show it.
func TestPrivateAddress(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\nid = \"made-up-17\"\n[private]\nstreet = \"made-up-17\"\n+++\n\nWords.\n")
	result, _ := run(t, options(dir))
	found := false
	for _, f := range result.Findings {
		if strings.Contains(fmt.Sprint(f), "made-up-17") {
			t.Errorf("the finding shows the value: %v", f)
		}
		found = found || f.Rule == "private/in-output" && f.Line == 6
	}
	if !found {
		t.Errorf("a private value in an address was not found at its place: %v", result.Findings)
	}
}

// TestPrivateSpelled: an address spells a value with hyphens and small letters.
// It is found there all the same, and no message repeats it.
func TestPrivateSpelled(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\nid = \"quillfeather-lane-12\"\n[private]\nstreet = \"Quillfeather Lane 12\"\n+++\n\nSee [it](Quillfeather-Lane-12.md).\n")
	result, _ := run(t, options(dir))
	rules := map[string]bool{}
	for _, f := range result.Findings {
		if strings.Contains(strings.ToLower(f.Message+f.Fix+f.Selector), "quillfeather") {
			t.Errorf("the finding shows the value: %v", f)
		}
		rules[f.Rule] = true
	}
	if !rules["link/broken"] || !rules["private/in-output"] {
		t.Errorf("the broken link or the address was not found: %v", rules)
	}
}

// TestPrivateQuoted: a message that quotes the writer's words does not repeat a
// private value among them.
func TestPrivateQuoted(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\n[private]\nstreet = \"made-up-lane-17\"\n+++\n\n"+
		"See [our plan](made-up-lane-17.md), ![A door.](made-up-lane-17.png) and [made-up-lane-17]{colour=made-up-lane-17}.\n")
	result, _ := run(t, options(dir))
	rules := map[string]bool{}
	for _, f := range result.Findings {
		rules[f.Rule] = true
		if strings.Contains(fmt.Sprint(f), "made-up-lane") {
			t.Errorf("the finding shows the value: %v", f)
		}
	}
	for _, rule := range []string{"link/broken", "image/missing", "private/in-output"} {
		if !rules[rule] {
			t.Errorf("%s is not found any more", rule)
		}
	}
}

func TestDrafts(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"Not yet.\"\ndraft = true\n+++\n\nWords.\n")
	o := options(dir)
	if _, files := run(t, o); files["en/plan/index.html"] != "" {
		t.Error("a draft was built")
	}
	o.Drafts = true
	if _, files := run(t, o); files["en/plan/index.html"] == "" {
		t.Error("with drafts a draft was not built")
	}
}

// BenchmarkBuild builds and checks a library of a thousand pages of about 900
// words in each of three languages.
func BenchmarkBuild(b *testing.B) {
	dir := newSite(b, "en", "es", "ar")
	sentence := "The people in this room know the work and say what would make it fairer for them. "
	for i := range 1000 {
		var text strings.Builder
		fmt.Fprintf(&text, "+++\ntitle = \"Note %d\"\nsummary = \"A note.\"\n+++\n", i)
		for part := range 6 {
			fmt.Fprintf(&text, "\n## Part %d {#p%d}\n\n%s\n\n- One thing, and [the note after it](n%d.md#p1).\n- Another.\n", part, part, strings.Repeat(sentence, 9), (i+1)%1000)
		}
		for _, tag := range []string{"en", "es", "ar"} {
			write(b, dir, fmt.Sprintf("content/%s/notes/n%d.md", tag, i), text.String())
		}
	}
	o := options(dir)
	for b.Loop() {
		result, err := build.Run(context.Background(), o, func(string, []byte, []string) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(result.Pages), "pages")
	}
}

// A check that stops in the middle keeps a build from being published, whichever
// kind of check it is.
func TestCrash(t *testing.T) {
	dir := newSite(t, "en")
	for name, broken := range map[string]check.Check{
		"source": {Source: func(*check.SourcePass) { panic("made up") }},
		"site":   {Site: func(*check.SitePass) { panic("made up") }},
		"output": {Output: func(*check.OutputPass) { panic("made up") }},
	} {
		broken.ID, broken.Severity, broken.Page = "a/crashes", finding.Error, &check.Page{}
		o := options(dir)
		o.Checks = check.NewSet(append(slices.Clone(o.Checks.All()), &broken))
		_, err := build.Run(context.Background(), o, func(string, []byte, []string) error { return nil })
		var crash *check.Crash
		if !errors.As(err, &crash) || crash.Check != "a/crashes" {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}
