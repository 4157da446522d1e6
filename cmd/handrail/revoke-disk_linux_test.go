package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestRevokeTrouble takes a piece back from a full disk, and from one that can
// only be read. The first run says that it is not done; the next, when the disk
// is well again, leaves what a run without trouble leaves.
func TestRevokeTrouble(t *testing.T) {
	dir := t.TempDir()
	calm := filepath.Join(dir, "calm")
	lanterns(t, calm)
	disk := filepath.Join(dir, "disk")
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=8m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	full, stuck := filepath.Join(disk, "full"), filepath.Join(disk, "stuck")
	for _, site := range []string{full, stuck} {
		if err := os.CopyFS(site, os.DirFS(calm)); err != nil {
			t.Fatal(err)
		}
	}
	handrail(t, "-s", calm, "revoke", "s-3aaa")
	want := strings.ReplaceAll(snapshot(t, filepath.Join(calm, "public")), calm, "")

	fails := func(site, reason string) string {
		t.Helper()
		out, err := exec.Command(program, "-s", site, "revoke", "s-3aaa").CombinedOutput()
		if err == nil || !strings.Contains(string(out), reason) || !strings.Contains(string(out), "run the same command again") {
			t.Errorf("it ended with %v and said\n%s", err, out)
		}
		return string(out)
	}
	ends := func(site string) {
		t.Helper()
		handrail(t, "-s", site, "revoke", "s-3aaa")
		public := filepath.Join(site, "public")
		if got := strings.ReplaceAll(snapshot(t, public), site, ""); got != want {
			t.Errorf("another run leaves\n%s\nwant\n%s", got, want)
		}
		if name := holding(t, public, "Lantern 3"); name != "" {
			t.Errorf("%s still holds words of it", name)
		}
	}

	filler := filepath.Join(disk, "filler")
	_ = os.WriteFile(filler, make([]byte, 16<<20), 0o644) // as much as fits
	fails(full, "disk is full")
	if name := holding(t, filepath.Join(full, "public"), "Lantern 3 was lit"); name != "" {
		t.Errorf("on a full disk %s still holds its words", name)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	ends(full)

	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("no disk can be made read-only here:", err)
	}
	if said := fails(stuck, "can only be read"); strings.Contains(said, "No build shows it") {
		t.Errorf("it promises what it could not write down:\n%s", said)
	}
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT, "size=8m"); err != nil {
		t.Fatal(err)
	}
	ends(stuck)
}
