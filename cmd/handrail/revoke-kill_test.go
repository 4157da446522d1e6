package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRevokeKilled kills a removal at fifty random moments, with settings that
// cannot be read, so that nothing builds the rest again. Whoever runs it to its
// end afterwards finds no byte of the piece, and all else as one run leaves it.
func TestRevokeKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	dir := t.TempDir()
	site := filepath.Join(dir, "x")
	lanterns(t, site)
	whole := filepath.Join(dir, "whole")
	if err := os.CopyFS(whole, os.DirFS(site)); err != nil {
		t.Fatal(err)
	}
	handrail(t, "-s", site, "revoke", "s-3aaa")
	want := strings.ReplaceAll(snapshot(t, filepath.Join(site, "public")), site, "")

	random := rand.New(rand.NewSource(1))
	took := 100 * time.Millisecond
	stopped := 0
	for i := range 50 {
		work := filepath.Join(dir, fmt.Sprint("work", i))
		if err := os.CopyFS(work, os.DirFS(whole)); err != nil {
			t.Fatal(err)
		}
		c := exec.Command(program, "-s", work, "revoke", "s-3aaa")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int63n(int64(took))))
		_ = c.Process.Kill()
		// Aim the kills at the work, however busy the machine is.
		if c.Wait() != nil {
			stopped++
			took += took / 8
		} else {
			took -= took / 8
		}
		handrail(t, "-s", work, "revoke", "s-3aaa")
		public := filepath.Join(work, "public")
		if got := strings.ReplaceAll(snapshot(t, public), work, ""); got != want {
			t.Fatalf("after kill %d another run leaves\n%s\nwant\n%s", i, got, want)
		}
		for _, text := range []string{"Lantern 3", "s-3aaa"} {
			if name := holding(t, public, text); name != "" {
				t.Fatalf("after kill %d %s still holds %q", i, name, text)
			}
		}
		if left, _ := filepath.Glob(filepath.Join(work, ".public*")); len(left) > 0 {
			t.Errorf("leftovers: %v", left)
		}
		if err := os.RemoveAll(work); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d removals were stopped", stopped)
	if stopped < 10 {
		t.Errorf("only %d removals were stopped; the test tests nothing", stopped)
	}
}

// lanterns makes a library of eight approved stories, builds it, and breaks its
// settings.
func lanterns(t *testing.T, site string) {
	t.Helper()
	handrail(t, "new", "site", site, "--lang", "en")
	for i := range 8 {
		id := fmt.Sprintf("s-%daaa", i)
		story := fmt.Sprintf("+++\nid = %q\ntitle = \"Lantern %d\"\nsummary = \"Lantern %d hangs by the door.\"\ncontext = [\"labour\"]\ncomposite = true\ncontributors = 3\nuses = [\"print\"]\n+++\n\nLantern %d was lit every evening.\n", id, i, i, i)
		lay(t, site, "content/en/stories/"+id+".md", story)
		handrail(t, "-s", site, "--quiet", "approve", id, "--lang", "en", "--by", "wren-3", "--role", "panel", "--scope", "web,print,feed,search", "--yes")
	}
	handrail(t, "build", "-s", site, "-b", "https://library.example/")
	lay(t, site, "handrail.toml", "base_url = [\n")
}

// holding is a file below a folder that holds a text, or bears it in its name.
func holding(t *testing.T, dir, text string) (found string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if bytes.Contains(data, []byte(text)) || strings.Contains(entry.Name(), text) {
			found = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
