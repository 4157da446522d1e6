package manifest

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var twoFiles = Manifest{Destination: "public", Files: []File{
	{Path: "en/stories/s-7kq2/index.html", SHA256: "ab", Content: []string{"s-7kq2"}},
	{Path: "en/index.html", SHA256: "cd", Content: []string{"s-7kq2", "home", "home"}},
}}

func TestWrittenIsReadBack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state", "manifest", "public.json")
	if err := twoFiles.Write(file); err != nil {
		t.Fatal(err)
	}
	got, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	want := Manifest{Destination: "public", Files: []File{
		{Path: "en/index.html", SHA256: "cd", Content: []string{"home", "s-7kq2"}},
		{Path: "en/stories/s-7kq2/index.html", SHA256: "ab", Content: []string{"s-7kq2"}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read back %+v, want %+v", got, want)
	}
	left, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v (%v), want only the manifest", left, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the manifest: %v %v", info.Mode(), err)
	}
}

func TestSameFilesSameBytes(t *testing.T) {
	other := Manifest{Destination: "public", Files: []File{twoFiles.Files[1], twoFiles.Files[0]}}
	a, errA := twoFiles.Encode()
	b, errB := other.Encode()
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("order of writing shows:\n%s\n%s", a, b)
	}
	if twoFiles.Files[0].Path != "en/stories/s-7kq2/index.html" {
		t.Error("encoding changed the manifest it was given")
	}
}

func TestNoManifestYet(t *testing.T) {
	m, err := Read(filepath.Join(t.TempDir(), "none.json"))
	if err != nil || len(m.Files) != 0 {
		t.Errorf("got %v, %v", m, err)
	}
}

func TestDamaged(t *testing.T) {
	for name, data := range map[string]string{
		"empty":         "",
		"half":          `{"version": 1, "files": [{"pa`,
		"wrong type":    `{"version": 1, "files": 3}`,
		"later version": `{"version": 2}`,
		"no version":    `{}`,
		"traversal":     `{"version": 1, "files": [{"path": "../../home"}]}`,
		"absolute":      `{"version": 1, "files": [{"path": "/etc/hosts"}]}`,
		"backslash":     `{"version": 1, "files": [{"path": "a\\..\\..\\b"}]}`,
		"NUL":           `{"version": 1, "files": [{"path": "a\u0000"}]}`,
		"folder itself": `{"version": 1, "files": [{"path": "."}]}`,
		"no path":       `{"version": 1, "files": [{}]}`,
		"twice":         `{"version": 1, "files": [{"path": "a"}, {"path": "a"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "m.json")
			if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
			m, err := Read(file)
			var damaged *Damaged
			if !errors.As(err, &damaged) || damaged.Path != file {
				t.Errorf("error %v, want *Damaged", err)
			}
			if len(m.Files) != 0 {
				t.Errorf("trusted %v", m)
			}
		})
	}
}

func TestUnion(t *testing.T) {
	old := Manifest{Destination: "public", Files: []File{{Path: "a", SHA256: "1", Content: []string{"x"}}, {Path: "b", SHA256: "1"}}}
	new := Manifest{Destination: "public", Files: []File{{Path: "c", SHA256: "2"}, {Path: "a", SHA256: "2", Content: []string{"y"}}}}
	want := []File{{Path: "a", SHA256: "2", Content: []string{"x", "y"}}, {Path: "b", SHA256: "1"}, {Path: "c", SHA256: "2"}}
	if got := old.Union(new); !reflect.DeepEqual(got.Files, want) || got.Destination != "public" {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestKeyNamesNoMachine(t *testing.T) {
	site := filepath.FromSlash("/home/someone/site")
	for _, c := range []struct{ dest, place string }{
		{"/home/someone/site/public", "public.json"},
		{"/home/someone/site/out/web", "out%2Fweb.json"},
		{"/home/someone/site/" + strings.Repeat("long/", 60), "long%"},
		{"/srv/someone/www", "outside"},
		{"/home/someone/site-two", "outside"},
	} {
		key := Key(site, filepath.FromSlash(c.dest))
		place := Place("state", key)
		if strings.Contains(key, "someone") || strings.Contains(place, "someone") {
			t.Errorf("%s: key %q, place %q name the machine", c.dest, key, place)
		}
		if !strings.Contains(filepath.ToSlash(place), "state/manifest/"+c.place) {
			t.Errorf("%s is kept in %s, want …%s", c.dest, place, c.place)
		}
	}
	if Key(site, "/srv/a") == Key(site, "/srv/b") {
		t.Error("two folders outside share a key")
	}
}

func FuzzRead(f *testing.F) {
	good, err := twoFiles.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"version": 1, "files": [{"path": "../x"}]}`))
	f.Add([]byte(strings.Repeat("[", 20000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, reason := decode(data)
		if reason != "" {
			if len(m.Files) != 0 {
				t.Fatalf("%s, and yet %v", reason, m)
			}
			return
		}
		for _, file := range m.Files {
			if !filepath.IsLocal(file.Path) || strings.HasPrefix(file.Path, "/") {
				t.Fatalf("%q leaves the output folder", file.Path)
			}
		}
		again, err := m.Encode()
		if err != nil || !json.Valid(again) {
			t.Fatalf("cannot be written again: %v", err)
		}
		if m2, reason := decode(again); reason != "" || !reflect.DeepEqual(m, m2) {
			t.Fatalf("changed by writing and reading: %q\n%v\n%v", reason, m, m2)
		}
	})
}
