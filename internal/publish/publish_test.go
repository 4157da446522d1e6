package publish

import (
	"errors"
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

func TestForeignFilesStay(t *testing.T) {
	s := newSite(t)
	s.put(".gitignore", "*\n")
	s.publish(files{"index.html": "1", "en/index.html": "1", "old/index.html": "1"})
	s.put("CNAME", "example.org")
	s.put("en/notes/plan.txt", "mine")
	s.put("old/mine.txt", "mine")
	if err := os.MkdirAll(filepath.Join(s.public, "drafts", "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	b := s.begin(files{"index.html": "2", "en/index.html": "2"})
	if err := b.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(files{
		"index.html": "2", "en/index.html": "2",
		".gitignore": "*\n", "CNAME": "example.org", "en/notes/plan.txt": "mine", "old/mine.txt": "mine", "drafts/empty/": "",
	})
	if got := strings.Join(b.Kept(), " "); got != ".gitignore CNAME en/notes/plan.txt old/mine.txt" {
		t.Errorf("says it kept %s", got)
	}
}

func TestLinksAreCarriedAndNotFollowed(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1", "en/index.html": "1"})
	outside := filepath.Join(s.dir, "outside")
	if err := os.MkdirAll(outside, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(outside, "secret.txt"), []byte("made up"), 0o600); err != nil {
		t.Fatal(err)
	}
	links := files{"out": "../outside", "loop": ".", "nowhere": "missing", "absolute": outside}
	want := files{"index.html": "2"}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(s.public, name)); err != nil {
			t.Skip("no links here:", err)
		}
		want[name] = "-> " + target
	}
	s.publish(files{"index.html": "2"})
	s.holds(want)
	if _, err := os.Stat(filepath.Join(outside, "secret.txt")); err != nil {
		t.Error("what a link points at was touched:", err)
	}

	// A link where a folder of ours was is somebody else's, too.
	var conflict *Conflict
	if err := s.begin(files{"out/index.html": "3"}).Publish(); !errors.As(err, &conflict) || conflict.Files[0] != "out" {
		t.Errorf("writing through a link: %v", err)
	}
	s.holds(want)
}

func TestConflict(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	foreign := files{"a.html": "mine", "b/c.txt": "mine", "d/": "", "e": "mine", "same.html": "2"}
	for name, text := range foreign {
		if strings.HasSuffix(name, "/") {
			if err := os.Mkdir(filepath.Join(s.public, name), 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		s.put(name, text)
	}
	want := maps.Clone(foreign)
	want["index.html"] = "1"
	next := files{"index.html": "2", "a.html": "2", "b": "2", "d": "2", "e/index.html": "2", "same.html": "2"}

	err := s.begin(next).Publish()
	var conflict *Conflict
	if !errors.As(err, &conflict) {
		t.Fatalf("got %v, want a *Conflict", err)
	}
	if got := strings.Join(conflict.Files, " "); got != "a.html b/ b/c.txt d/ e" {
		t.Errorf("names %s", got)
	}
	if !strings.Contains(err.Error(), "a.html") {
		t.Errorf("does not name the file: %v", err)
	}
	s.holds(want)

	b := s.begin(next)
	b.Overwrite = true
	if err := b.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(next)
}

func TestDamagedManifest(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1", "gone.html": "1"})
	if err := os.WriteFile(filepath.Join(s.state, "manifest", "public.json"), []byte("{half"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := s.begin(files{"index.html": "2"})
	if b.Damaged() == nil {
		t.Error("does not say that the list is damaged")
	}
	var conflict *Conflict
	if err := b.Publish(); !errors.As(err, &conflict) || conflict.Damaged == nil || !strings.Contains(err.Error(), "damaged") {
		t.Fatalf("got %v", err)
	}
	s.holds(files{"index.html": "1", "gone.html": "1"})
	b = s.begin(files{"index.html": "2"})
	b.Overwrite = true
	if err := b.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "2", "gone.html": "1"})
	if b := s.begin(nil); b.Damaged() != nil {
		t.Error("still damaged after a build")
	}
}

// Somebody saves a file in the output folder in the last moment.
func TestLateForeignFilesAreRescued(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	s.put("notes.txt", "first")
	s.put("more.txt", "same")
	b := s.begin(files{"index.html": "2"})
	if err := b.stage(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(s.public, "notes.txt")); err != nil { // as editors save
		t.Fatal(err)
	}
	s.put("notes.txt", "second")
	s.put("new/late.txt", "late")
	before, err := b.swap()
	if err != nil {
		t.Fatal(err)
	}
	if err := b.settle(before); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "2", "notes.txt": "second", "more.txt": "same", "new/late.txt": "late"})
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

// Somebody has closed a folder of theirs to writing.
func TestReadOnlyForeignFolder(t *testing.T) {
	s := newSite(t)
	s.put("closed/mine.txt", "mine")
	closed := filepath.Join(s.public, "closed")
	if err := os.Chmod(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o755) })
	for _, text := range []string{"1", "2", "3"} {
		s.publish(files{"index.html": text})
		s.holds(files{"index.html": text, "closed/mine.txt": "mine"})
	}
	if info, err := os.Stat(closed); err != nil || info.Mode().Perm() != 0o555 {
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
