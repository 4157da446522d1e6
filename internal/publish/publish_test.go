package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// begin starts a build in a test, given up when the test ends.
func begin(t *testing.T, dest, state string) *Staging {
	t.Helper()
	s, err := Begin(dest, state)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Abort() })
	return s
}

func write(t *testing.T, s *Staging, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := s.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTwoBuilds(t *testing.T) {
	dir := t.TempDir()
	dest, state := filepath.Join(dir, "public"), filepath.Join(dir, ".handrail")
	s := begin(t, dest, state)
	write(t, s, map[string]string{"index.html": "1", "en/a/index.html": "1"})
	if err := s.Publish(); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dest, "CNAME"), []byte("x"), 0o644)
	s = begin(t, dest, state)
	write(t, s, map[string]string{"index.html": "2", "en/b/index.html": "2"})
	if err := s.Publish(); err != nil {
		t.Fatal(err)
	}
	filepath.Walk(dir, func(p string, i os.FileInfo, err error) error { t.Log(p, i.Mode()); return nil })
}
