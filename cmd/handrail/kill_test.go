package main

import (
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKilled kills a build at a hundred random moments. Whatever the moment,
// public/ is wholly the old library or wholly the new one.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	dir := t.TempDir()
	site := filepath.Join(dir, "x")
	handrail(t, "new", "site", site, "--lang", "en,es,ar")
	for i := range 3 {
		handrail(t, "-s", site, "new", "guide", fmt.Sprintf("Guide %d", i))
	}
	public := filepath.Join(site, "public")

	// Two libraries that differ in every page.
	write := func(title string) {
		t.Helper()
		file := filepath.Join(site, "handrail.toml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "title = ") {
				lines[i] = fmt.Sprintf("title = %q", title)
			}
		}
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("The old library")
	handrail(t, "build", "-s", site)
	old := snapshot(t, public)
	write("The new library")
	started := time.Now()
	handrail(t, "build", "-s", site)
	whole := time.Since(started)
	fresh := snapshot(t, public)
	if old == fresh {
		t.Fatal("the two libraries do not differ")
	}

	random := rand.New(rand.NewSource(1))
	titles := []string{"The old library", "The new library"}
	stopped, changed := 0, 0
	before := fresh
	for i := range 100 {
		write(titles[i%2])
		build := exec.Command(program, "build", "-s", site)
		if err := build.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int63n(int64(whole))))
		_ = build.Process.Kill()
		// Aim the kills at the end of a build, however busy the machine is.
		if build.Wait() != nil {
			stopped++
			whole += whole / 8
		} else {
			whole -= whole / 8
		}
		now := snapshot(t, public)
		if now != old && now != fresh {
			t.Fatalf("after kill %d public/ is neither the old library nor the new one", i)
		}
		if now != before {
			changed++
		}
		before = now
	}
	handrail(t, "build", "-s", site)
	if now := snapshot(t, public); now != fresh {
		t.Error("a build after all the kills does not give the new library")
	}
	left, err := filepath.Glob(filepath.Join(site, ".public*"))
	if err != nil || len(left) > 0 {
		t.Errorf("leftovers: %v %v", left, err)
	}
	t.Logf("%d builds were stopped, %d changed the output", stopped, changed)
	if stopped < 10 || changed < 5 {
		t.Errorf("only %d builds were stopped and %d changed the output; the test tests nothing", stopped, changed)
	}
}

// snapshot is every file of a folder with its bytes' hash.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		fmt.Fprintf(&b, "%s %x\n", name, hash(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
