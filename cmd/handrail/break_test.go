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
	"handrail/internal/checktest"
	"handrail/internal/finding"
)

// TestEveryCheckBlocks breaks a library once for each example of each check,
// runs the program on it, and sees the exit status, the place and an output
// folder that is as it was.
func TestEveryCheckBlocks(t *testing.T) {
	for _, c := range checks().All() {
		for _, e := range c.Page.Examples {
			onlyNotes := !strings.Contains(e.Want, " error: ") && !strings.Contains(e.Want, " warning: ") && strings.Contains(e.Want, " info: ")
			if e.Outcome != "fail" || finished(e) || c.Severity == finding.Info || c.Severity == finding.Withhold || onlyNotes {
				continue // checktest runs examples of finished HTML, and what is withheld or noted blocks nothing
			}
			t.Run(c.ID+"/"+e.Name, func(t *testing.T) {
				t.Parallel()
				breaks(t, c, e)
			})
		}
	}
}

// finished tells an example that is a page, or a folder of pages, as a browser
// gets them.
func finished(e check.Example) bool {
	for name := range e.Files {
		if filepath.Ext(name) == ".html" && !strings.HasPrefix(name, "themes/") {
			return true
		}
	}
	return false
}

func breaks(t *testing.T, c *check.Check, e check.Example) {
	dir := t.TempDir()
	checktest.Lay(t, dir, e)
	good := filepath.Join(dir, "public", "index.html")
	if err := os.MkdirAll(filepath.Dir(good), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(good, []byte("the last good page"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, filepath.Join(dir, "public"))

	var out, errs bytes.Buffer
	w := world{stdin: strings.NewReader(""), stdout: &out, stderr: &errs, env: []string{"CI=true"},
		clock: func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }}
	failOn := "error"
	if c.Severity == finding.Warning || strings.Contains(e.Want, " warning: ") && !strings.Contains(e.Want, " error: ") {
		failOn = "warning"
	}
	args := []string{"build", "--source", dir, "--fail-on", failOn}
	if _, ok := e.Files[checktest.Baseline]; ok {
		args = append(args, "--baseline", filepath.Join(dir, checktest.Baseline))
	}
	got := run(context.Background(), w, args)
	if got != exitFound {
		t.Errorf("exit status %d, want %d\n%s%s", got, exitFound, out.String(), errs.String())
	}
	for want := range strings.Lines(e.Want) {
		want = strings.TrimSpace(want)
		if e.Single() {
			want = "content/en/pages/" + e.Name + ":" + want
		}
		// Text reports write a place that has no line as the file alone.
		want = strings.Replace(want, ":0:0 ", " ", 1)
		place, message, _ := strings.Cut(want, " ")
		if line := place + ": " + message + " [" + c.ID + "]"; !strings.Contains(out.String(), line+"\n    fix: ") {
			t.Errorf("the report does not hold\n%s\nbut\n%s", line, out.String())
		}
	}
	if after := snapshot(t, filepath.Join(dir, "public")); after != before {
		t.Errorf("public/ was changed:\n%s", after)
	}
	if strings.Contains(out.String()+errs.String(), dir+string(filepath.Separator)+"content") {
		t.Error("a report shows where on the disk the library lies")
	}
}
