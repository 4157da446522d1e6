package publish

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSecondBuildReplacesFirst(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1", "en/a/index.html": "1"})
	s.holds(files{"index.html": "1", "en/a/index.html": "1"})
	s.publish(files{"index.html": "2", "es/b/index.html": "2"})
	s.holds(files{"index.html": "2", "es/b/index.html": "2"})
}

func TestFileBecomesFolderAndBack(t *testing.T) {
	s := newSite(t)
	s.publish(files{"en": "1", "es/index.html": "1"})
	s.publish(files{"en/index.html": "2", "es": "2"})
	s.holds(files{"en/index.html": "2", "es": "2"})
}

func TestGivenUpBuildChangesNothing(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	b := s.begin(files{"index.html": "2", "x.html": "2"})
	if err := b.Abort(); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "1"})
	if err := b.Publish(); err == nil {
		t.Error("published after it was given up")
	}
	if err := b.Write("y.html", nil); err == nil {
		t.Error("written after it was given up")
	}
	if err := b.Abort(); err != nil {
		t.Errorf("giving up twice: %v", err)
	}
}

func TestDestinationIsALink(t *testing.T) {
	s := newSite(t)
	real := filepath.Join(s.dir, "elsewhere", "www")
	if err := os.MkdirAll(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("elsewhere", "www"), s.public); err != nil {
		t.Skip("no links here:", err)
	}
	s.publish(files{"index.html": "1"})
	s.publish(files{"index.html": "2"})
	if target, err := os.Readlink(s.public); err != nil || target != filepath.Join("elsewhere", "www") {
		t.Errorf("the link is gone: %v", err)
	}
	if got := snapshot(t, real); !maps.Equal(got, files{"index.html": "2"}) {
		t.Errorf("holds %v", got)
	}
	noLeftovers(t, filepath.Dir(real))
}

func TestImpossibleDestinations(t *testing.T) {
	s := newSite(t)
	file := filepath.Join(s.dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(s.dir, "broken")
	if err := os.Symlink("missing", broken); err != nil {
		t.Skip("no links here:", err)
	}
	for dest, want := range map[string]string{
		"":                                "no name",
		file:                              "is a file, not a folder",
		filepath.Join(file, "public"):     "",
		broken:                            "leads nowhere",
		s.dir:                             "replace what you wrote",
		"/":                               "",
		s.state:                           "",
		filepath.Join(s.state, "a", "b"):  "never published",
		filepath.Join(s.dir, "x", ".."):   "replace what you wrote",
		filepath.Join(s.dir, "a\x00b"):    "",
		strings.Repeat(s.dir+"/long", 99): "",
	} {
		b, err := Begin(dest, s.state)
		if err == nil {
			b.Abort()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want …%s…", dest, err, want)
		}
	}
}

func TestPermissionsStay(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	if err := os.Chmod(s.public, 0o750); err != nil {
		t.Fatal(err)
	}
	s.publish(files{"index.html": "2"})
	if info, err := os.Stat(s.public); err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("permissions are %v now (%v)", info.Mode(), err)
	}
}

// While it is built, a site is nobody else's business.
func TestStagingIsPrivate(t *testing.T) {
	s := newSite(t)
	s.begin(files{"index.html": "1"})
	found, err := filepath.Glob(filepath.Join(s.dir, ".public.handrail-staging-*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("staging folders: %v (%v)", found, err)
	}
	if info, err := os.Stat(found[0]); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("permissions %v (%v)", info.Mode(), err)
	}
}

func TestManyWritersAtOnce(t *testing.T) {
	s := newSite(t)
	b := s.begin(nil)
	want := files{}
	errs := make(chan error)
	names := []string{}
	for i := range 200 {
		name := "en/" + strings.Repeat("d/", i%5) + string(rune('a'+i%26)) + strings.Repeat("x", i/26) + ".html"
		if _, twice := want[name]; !twice {
			want[name] = name
			names = append(names, name)
		}
	}
	for _, name := range names {
		go func() { errs <- b.Write(name, []byte(name), "id") }()
	}
	for range names {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if err := b.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(want)
}
