package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// kill leaves a build as if its process had been killed.
func kill(b *Staging) (holder string) {
	holder = b.holder
	b.out.Close()
	b.parent.Close()
	b.unlock()
	b.out, b.parent, b.unlock, b.holder = nil, nil, nil, ""
	return holder
}

func TestNextBuildTidiesUp(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	for _, halfway := range []func(holder string) error{
		func(holder string) error { return nil },
		func(holder string) error { return os.RemoveAll(filepath.Join(holder, newTree)) },
		func(holder string) error {
			return errors.Join(os.RemoveAll(filepath.Join(holder, newTree)), os.Remove(filepath.Join(holder, marker)))
		},
	} {
		if err := halfway(filepath.Join(s.dir, kill(s.begin(files{"index.html": "2"})))); err != nil {
			t.Fatal(err)
		}
		s.publish(files{"index.html": "3"})
		s.holds(files{"index.html": "3"})
	}
}

// Folders that only look like ours are left alone.
func TestForeignFoldersBesideStay(t *testing.T) {
	s := newSite(t)
	b := s.begin(nil)
	ours := b.holder
	b.Abort()
	for _, name := range []string{ours, ".public.handrail-staging-x-1", ".public.handrail-staging-", ours + "x", ".other" + ours} {
		file := filepath.Join(s.dir, name, "new", "mine.txt")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
		s.publish(files{"index.html": "1"})
		if _, err := os.Stat(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := os.RemoveAll(filepath.Join(s.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// The way of systems that cannot exchange two folders.
func TestTwoRenames(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	s.put("CNAME", "example.org")
	b := s.begin(files{"index.html": "2"})
	if err := b.stage(); err != nil {
		t.Fatal(err)
	}
	before, err := renameTwice(b.parent, b.holder, b.target.name)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.settle(before); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "2", "CNAME": "example.org"})
}

func TestSecondRenameFails(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	b := s.begin(nil)
	if err := b.parent.RemoveAll(b.holder + "/" + newTree); err != nil {
		t.Fatal(err)
	}
	if _, err := renameTwice(b.parent, b.holder, b.target.name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	b.Abort()
	s.holds(files{"index.html": "1"})
}

func TestKilledBetweenTwoRenames(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	s.put("CNAME", "example.org")
	b := s.begin(files{"index.html": "2"})
	if err := b.parent.Rename(b.target.name, b.holder+"/"+oldTree); err != nil {
		t.Fatal(err)
	}
	kill(b)
	next := s.begin(files{"index.html": "3"})
	if got := snapshot(t, s.public); got["index.html"] != "1" || got["CNAME"] != "example.org" {
		t.Errorf("was not put back: %v", got)
	}
	if err := next.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "3", "CNAME": "example.org"})
}
