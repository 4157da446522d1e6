package checktest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/checks"
	"handrail/internal/finding"
	"handrail/internal/prose"
)

// TestGuidance: text that was written to be plain, in the manner of a
// government's guide to plain writing, passes the checks of plain language
// although it shows hard words, legal sentences and citations as examples. The
// text of a law does not.
func TestGuidance(t *testing.T) {
	errors, warnings := perThousand(t, "guidance", 2000)
	if errors >= 1 {
		t.Errorf("plain guidance has %.1f errors in 1,000 words", errors)
	}
	if warnings > 4 {
		t.Errorf("plain guidance has %.1f warnings in 1,000 words", warnings)
	}
	if errors, _ := perThousand(t, "statute", 300); errors < 10 {
		t.Errorf("the text of a law has only %.1f errors in 1,000 words", errors)
	}
}

// perThousand checks the texts of a folder as pages of a library, and returns
// how many findings of plain language they have in 1,000 words.
func perThousand(t *testing.T, folder string, least int) (errors, warnings float64) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "handrail.toml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	pages := filepath.Join(dir, "content", "en", "pages")
	if err := os.CopyFS(pages, os.DirFS(filepath.Join("testdata", folder))); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(pages, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		words += prose.CountWords(string(text))
	}
	if words < least {
		t.Fatalf("%s has only %d words", folder, words)
	}
	result, err := build.Run(context.Background(), build.Options{Source: dir, ConfigFile: "handrail.toml",
		Today: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Checks: checks.All()}, func(string, []byte, []string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		switch {
		case !strings.HasPrefix(f.Rule, "plain/") && !strings.HasPrefix(f.Rule, "words/"):
		case f.Severity == finding.Error:
			errors += 1000 / float64(words)
		case f.Severity == finding.Warning:
			warnings += 1000 / float64(words)
		}
	}
	t.Logf("%s: %d words, %.2f errors and %.2f warnings in 1,000", folder, words, errors, warnings)
	return errors, warnings
}
