package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handrail/internal/check"
)

// withCrash are Handrail's checks, of which one stops in the middle of every page.
func withCrash() *check.Set {
	var all []*check.Check
	for _, c := range checks().All() {
		if c.ID == "image/alt-long" || c.ID == "name/heading" {
			broken := *c
			if broken.Output != nil {
				broken.Output = func(*check.OutputPass) { panic("secret words of a page") }
			}
			if broken.Source != nil {
				broken.Source = func(*check.SourcePass) { panic("secret words of a page") }
			}
			c = &broken
		}
		all = append(all, c)
	}
	return check.NewSet(all)
}

// A check that crashes is said in one line, in every format; what it looked at
// never counts as passed, and nothing is published.
func TestCrashedCheck(t *testing.T) {
	site := t.TempDir()
	var out, errs bytes.Buffer
	command := func(others *check.Set, args ...string) int {
		out.Reset()
		errs.Reset()
		return run(context.Background(), world{stdin: strings.NewReader(""), stdout: &out, stderr: &errs, env: []string{"CI=true"}, others: others,
			clock: func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }}, args)
	}
	if got := command(nil, "new", "site", site); got != exitDone {
		t.Fatalf("new site: exit %d: %s", got, errs.String())
	}
	if got := command(nil, "build", "--source", site, "--quiet"); got != exitDone {
		t.Fatalf("build: exit %d: %s%s", got, out.String(), errs.String())
	}
	public := filepath.Join(site, "public")
	before := snapshot(t, public)
	baseline := filepath.Join(t.TempDir(), "baseline.json")
	for _, args := range [][]string{
		{"audit", public},
		{"audit", public, "--format", "json"},
		{"audit", public, "--format", "sarif"},
		{"audit", public, "--format", "junit"},
		{"audit", public, "--format", "github"},
		{"audit", public, "--format", "html"},
		{"audit", public, "--write-baseline", baseline},
		{"check", "--source", site},
		{"check", "--source", site, "--format", "json"},
		{"build", "--source", site},
	} {
		got := command(withCrash(), args...)
		said := out.String() + errs.String()
		lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
		last := lines[len(lines)-1]
		switch {
		case got != exitFailed:
			t.Errorf("%v: exit %d, want %d\n%s", args, got, exitFailed, said)
		case !strings.HasPrefix(last, "handrail: the check ") || !strings.Contains(last, "stopped in the middle of ") || !strings.Contains(last, "please report it"):
			t.Errorf("%v: the last line does not say what stopped: %s", args, last)
		case strings.Contains(said, "goroutine ") || strings.Contains(said, ".go:") || strings.Contains(said, "secret words"):
			t.Errorf("%v: it shows its insides:\n%s", args, said)
		case args[0] == "audit" && len(args) > 2 && args[2] == "--format" && !strings.Contains(out.String(), "stopped in the middle of"):
			t.Errorf("%v: the report does not say what could not be looked at:\n%s", args, out.String())
		}
	}
	if snapshot(t, public) != before {
		t.Error("public/ was changed")
	}
	if _, err := os.Stat(baseline); err == nil {
		t.Error("a baseline was written from half a site")
	}
}
