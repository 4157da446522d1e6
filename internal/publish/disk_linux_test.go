package publish

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mount puts a small disk in memory at a folder for one test. Only root may.
func mount(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
}

func TestDiskFull(t *testing.T) {
	s := newSite(t)
	mount(t, s.dir)
	old := files{"index.html": "1", "CNAME": "example.org"}
	s.publish(files{"index.html": "1"})
	s.put("CNAME", "example.org")

	t.Run("while writing", func(t *testing.T) {
		b := s.begin(files{"index.html": "2"})
		err := b.Write("big.html", make([]byte, 1<<20))
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "the disk is full, free some space") {
			t.Errorf("got %v", err)
		}
		if err := b.Abort(); err != nil {
			t.Error(err)
		}
		s.holds(old)
	})
	t.Run("while publishing", func(t *testing.T) {
		b := s.begin(files{"index.html": "2"})
		filler := filepath.Join(s.dir, "filler")
		os.WriteFile(filler, make([]byte, 1<<20), 0o644) // as much as fits
		if err := b.Publish(); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "stays as it was") {
			t.Errorf("got %v", err)
		}
		s.holds(old)
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
	})
	s.publish(files{"index.html": "3"})
	s.holds(files{"index.html": "3", "CNAME": "example.org"})
}

func TestReadOnlyDisk(t *testing.T) {
	s := newSite(t)
	disk := filepath.Join(s.dir, "disk")
	mount(t, disk)
	s.public = filepath.Join(disk, "public")
	s.publish(files{"index.html": "1"})
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("no disk can be made read-only here:", err)
	}
	if _, err := Begin(s.public, s.state); !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), "can only be read") {
		t.Errorf("got %v", err)
	}
	s.holds(files{"index.html": "1"})
}

// What is mounted in the output folder would be emptied with the old tree.
func TestOtherDiskInOutputFolder(t *testing.T) {
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	mount(t, filepath.Join(s.public, "uploads"))
	s.put("uploads/mine.txt", "mine")
	if err := s.begin(files{"index.html": "2"}).Publish(); !errors.Is(err, syscall.EXDEV) || !strings.Contains(err.Error(), "on another disk") {
		t.Errorf("got %v", err)
	}
	s.holds(files{"index.html": "1", "uploads/mine.txt": "mine"})
}

func TestOutputFolderIsADisk(t *testing.T) {
	s := newSite(t)
	mount(t, s.public)
	s.put("mine.txt", "mine")
	if err := s.begin(files{"index.html": "1"}).Publish(); err == nil || !strings.Contains(err.Error(), "choose") {
		t.Errorf("got %v", err)
	}
	s.holds(files{"mine.txt": "mine"})
}

func TestFolderOfAnotherOwner(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	s := newSite(t)
	s.publish(files{"index.html": "1"})
	if err := os.Chmod(s.dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(s.dir, 0o755)
	if _, err := Begin(s.public, s.state); !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "you may not write there") {
		t.Errorf("got %v", err)
	}
	s.holds(files{"index.html": "1"})
}

// What cannot be linked is copied, with its permissions and its time.
func TestCopies(t *testing.T) {
	s := newSite(t)
	text := bytes.Repeat([]byte("mine"), 100_000)
	s.put("mine.txt", string(text))
	b := s.begin(nil)
	info, err := os.Stat(filepath.Join(s.public, "mine.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := copyFile(b.parent, "public/mine.txt", "copy.txt", info); err != nil {
		t.Fatal(err)
	}
	copied, err := os.Stat(filepath.Join(s.dir, "copy.txt"))
	if err != nil || !unchanged(info, copied) {
		t.Errorf("copied as %v (%v)", copied, err)
	}
	if got, err := os.ReadFile(filepath.Join(s.dir, "copy.txt")); err != nil || !bytes.Equal(got, text) {
		t.Errorf("other bytes (%v)", err)
	}
	if err := copyFile(b.parent, "public/mine.txt", "copy.txt", info); !errors.Is(err, os.ErrExist) {
		t.Errorf("copied over a file: %v", err)
	}
}
