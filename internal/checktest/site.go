package checktest

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/config"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

// today is the day of every example.
var today = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// lines runs a check on one example and writes each finding as a line.
func lines(t *testing.T, set *check.Set, c *check.Check, e check.Example) []string {
	t.Helper()
	var found []finding.Finding
	if finished(e) {
		found = onPages(t, c, e)
	} else {
		found = onSite(t, set, e)
	}
	finding.Sort(found)
	var lines []string
	for _, f := range found {
		if f.Rule != c.ID {
			continue
		}
		at := fmt.Sprintf("%d:%d", f.Line, f.Col)
		if !e.Single() {
			at = f.File + ":" + at
		}
		lines = append(lines, at+" "+string(f.Severity)+": "+f.Message)
		if f.Why == "" || f.Fix == "" {
			t.Errorf("a finding has no reason or no fix: %s", f.Message)
		}
	}
	return lines
}

// finished tells whether an example is pages that no site has made.
func finished(e check.Example) bool {
	for name := range e.Files {
		if path.Ext(name) != ".html" {
			return false
		}
	}
	return true
}

// onPages runs an output check on each finished page of an example. The pages
// link to each other by their names.
func onPages(t *testing.T, c *check.Check, e check.Example) []finding.Finding {
	t.Helper()
	pages := map[string]*dom.Document{}
	for name, text := range e.Files {
		page, err := dom.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = page
	}
	settings, problems := config.Load(source.NewFile("handrail.toml", nil), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var all []finding.Finding
	for name, page := range pages {
		view := check.NewView(page, name, css.NewLibrary(func(string) ([]byte, bool) { return nil, false }))
		view.Linked = func(href string) *dom.Document { return pages[href] }
		found, err := check.NewSet([]*check.Check{c}).Output(check.OutputPass{
			Site: &site.Site{Config: settings}, Path: name, Data: []byte(e.Files[name]), HTML: page, View: view,
		})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}

// onSite builds the example as a site.
func onSite(t *testing.T, set *check.Set, e check.Example) []finding.Finding {
	t.Helper()
	dir := t.TempDir()
	Lay(t, dir, e)
	result, err := build.Run(context.Background(), build.Options{
		Source: dir, ConfigFile: "handrail.toml", Today: today, Checks: set, Author: true,
	}, func(string, []byte, []string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if text, ok := e.Files[Baseline]; ok {
		return held(t, set, text, result.Findings)
	}
	return result.Findings
}

// Baseline is the file of an example that is its baseline.
const Baseline = "baseline.json"

// held weighs findings against the baseline of an example.
func held(t *testing.T, set *check.Set, text string, found []finding.Finding) []finding.Finding {
	t.Helper()
	b, err := check.ParseBaseline(source.NewFile(Baseline, []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := set.Hold(b, found, today)
	return kept
}

// Lay writes the site of an example into a folder. An example of a single file
// is a page of a site that has nothing else.
func Lay(t *testing.T, dir string, e check.Example) {
	t.Helper()
	files := map[string]string{"handrail.toml": ""}
	for name, text := range e.Files {
		if e.Single() {
			name = "content/en/pages/" + e.Name
		}
		files[name] = text
	}
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
}

// write makes a file of an example. What text cannot hold is described:
// "hex: …" are bytes, "megabytes: 5" is a text of that size, and "symlink: …"
// a link to another place.
func write(t *testing.T, file, text string) {
	t.Helper()
	fatal := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	fatal(os.MkdirAll(filepath.Dir(file), 0o755))
	data := []byte(text)
	key, value, _ := strings.Cut(strings.TrimSpace(text), ": ")
	var err error
	switch key {
	case "symlink":
		fatal(os.Symlink(value, file))
		return
	case "hex":
		data, err = hex.DecodeString(strings.Join(strings.Fields(value), ""))
		fatal(err)
	case "megabytes":
		size, err := strconv.Atoi(value)
		fatal(err)
		data = bytes.Repeat([]byte("Words to fill a page with.\n\n"), size<<20/28)
	}
	fatal(os.WriteFile(file, data, 0o644))
}
