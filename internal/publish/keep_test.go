package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
