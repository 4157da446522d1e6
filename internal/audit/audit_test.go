package audit_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"handrail/internal/audit"
	"handrail/internal/check"
	"handrail/internal/finding"
)

// TestCrash keeps a check that stops from counting as passed, on one page of
// several.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.html", "b.html"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("<title>"+name+"</title>"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set := check.NewSet([]*check.Check{{ID: "a/crashes", Severity: finding.Error, Page: &check.Page{}, Output: func(p *check.OutputPass) {
		if p.Path == "b.html" {
			panic("made up")
		}
		p.FoundOn(p.HTML.Elements[0], "found")
	}}})
	result, err := audit.Run(context.Background(), audit.Options{Paths: []string{dir}, Checks: set})
	if err != nil {
		t.Fatal(err)
	}
	var crash *check.Crash
	if len(result.Unchecked) != 1 || !errors.As(result.Unchecked[0], &crash) || crash.Check != "a/crashes" || crash.On != "b.html" {
		t.Errorf("not looked at: %v", result.Unchecked)
	}
	if len(result.Findings) != 1 || result.Findings[0].File != "a.html" {
		t.Errorf("what the other page showed is lost: %v", result.Findings)
	}
}
