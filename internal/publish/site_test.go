package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A site is a folder with an output folder in it, made for one test.
type testSite struct {
	t                  *testing.T
	dir, public, state string
}

func newSite(t *testing.T) testSite {
	dir := t.TempDir()
	return testSite{t, dir, filepath.Join(dir, "public"), filepath.Join(dir, ".handrail")}
}

// begin starts a build, given up at the latest when the test ends.
func (s testSite) begin(files map[string]string) *Staging {
	s.t.Helper()
	b, err := Begin(s.public, s.state)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { b.Abort() })
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := b.Write(name, []byte(files[name])); err != nil {
			s.t.Fatal(err)
		}
	}
	return b
}

func (s testSite) publish(files map[string]string) {
	s.t.Helper()
	if err := s.begin(files).Publish(); err != nil {
		s.t.Fatal(err)
	}
}

// put writes somebody else's file into the output folder.
func (s testSite) put(name, text string) {
	s.t.Helper()
	file := filepath.Join(s.public, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// holds fails the test unless the output folder holds just this. Empty folders
// end in a slash, links are shown as "-> target". Nothing of ours may lie
// beside it.
func (s testSite) holds(want map[string]string) {
	s.t.Helper()
	got := snapshot(s.t, s.public)
	if !maps.Equal(got, want) {
		s.t.Errorf("the output folder holds %v\nwant %v", got, want)
	}
	noLeftovers(s.t, filepath.Dir(s.public))
}

func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case e.IsDir():
			inside, err := os.ReadDir(name)
			if len(inside) == 0 {
				got[rel+"/"] = ""
			}
			return err
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			got[rel] = "-> " + target
			return err
		}
		data, err := os.ReadFile(name)
		got[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func noLeftovers(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), "handrail-staging") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

type files = map[string]string
