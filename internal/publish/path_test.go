package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Ways out of the output folder, and names that some system cannot keep.
var refused = []string{
	"", ".", "..", "/", "//", "../x", "../../etc/passwd", "a/..", "a/../..", "a/../../x", "a/./b", "./a", "a//b", "a/", "/etc/passwd",
	"//server/share", `..\x`, `a\..\..\x`, `C:\x`, `\\server\share`, "C:/x", "C:x", "a\x00", "\x00", "a/\x00/b", "..\x00/x", "a\nb", "a\x1b[2J",
	"a/\x7f", "a\u0085b", "\xff", "a/\xc0\xaf..", "..../../x", "a/.../b", "a./b", "a /b", "a/b ", "a/b.",
	"con", "CON.html", "a/nul", "Aux.tar.gz", "prn /x", "COM1", "com¹.txt", "lpt9.html", "CONIN$", "file:stream", "a?b", "a*", "a|b", `a"b`, "a<b",
	strings.Repeat("x", 256), "a/" + strings.Repeat("é", 128) + "/b",
}

func TestRefusedPaths(t *testing.T) {
	s := newSite(t)
	b := s.begin(files{"index.html": "1"})
	before := snapshot(t, s.dir)
	for _, name := range refused {
		var bad *BadPath
		if err := b.Write(name, []byte("escaped")); !errors.As(err, &bad) || bad.Path != name || bad.Reason == "" {
			t.Errorf("%q: %v, want a *BadPath", name, err)
		}
	}
	if after := snapshot(t, s.dir); !maps.Equal(before, after) {
		t.Errorf("something was written: %v", after)
	}
	if err := b.Publish(); err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "1"})
}

func TestAllowedPaths(t *testing.T) {
	s := newSite(t)
	want := files{}
	for _, name := range []string{
		"index.html", "en/a/index.html", ".nojekyll", ".well-known/security.txt", "..a/b", "a..b", "ar/قصة/index.html", "zh/故事.html",
		"console.html", "com10.html", "common/nullable.txt", "lpt.html", "a b/c d.html", "x@y+z,(1)~'.html", strings.Repeat("x", 255),
	} {
		want[name] = name
	}
	s.publish(want)
	s.holds(want)
}

func TestClashes(t *testing.T) {
	for _, c := range []struct{ first, second, reason string }{
		{"a.html", "a.html", "is a file already"},
		{"a.html", "A.html", "cannot tell"},
		{"en/a.html", "EN/b.html", "cannot tell"},
		{"en/a.html", "En/a.html", "cannot tell"},
		{"caf\u00e9.html", "cafe\u0301.html", "cannot tell"},
		{"stra\u00dfe.html", "STRASSE.html", "cannot tell"},
		{"a", "a/index.html", "is a file already"},
		{"a", "A/index.html", "cannot tell"},
		{"a/index.html", "a", "folder of that name"},
		{"a/b/c", "a/b", "folder of that name"},
	} {
		b := newSite(t).begin(files{c.first: "1"})
		err := b.Write(c.second, []byte("2"))
		var bad *BadPath
		if !errors.As(err, &bad) || bad.Path != c.second || !strings.Contains(bad.Reason, c.reason) {
			t.Errorf("%q after %q: %v", c.second, c.first, err)
		}
		// What was refused does not stand in the way of what follows.
		if err := b.Write("z/index.html", nil); err != nil {
			t.Error(err)
		}
		b.Abort()
	}
}

func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"site/content/en", "site/public", "other"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "site", "content"), filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.Symlink(filepath.Join(dir, "other"), filepath.Join(dir, "site", "linked-content")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(dir, "site"))
	for _, c := range []struct {
		dest    string
		sources []string
		refused bool
	}{
		{"public", []string{".", "content"}, false},
		{"not-there-yet", []string{".", "content"}, false},
		{"../public", []string{".", "content"}, false},
		{".", []string{"."}, true},
		{"..", []string{"."}, true},
		{"", []string{"."}, false}, // Begin says what is wrong with it
		{"content", []string{"content"}, true},
		{"content/", []string{"content"}, true},
		{"public/..", []string{"content"}, true},
		{"content/en", []string{"content"}, false},
		{"content/en", []string{"content", "content/en/page.md"}, true},
		{"../link", []string{"content"}, true},
		{"../other", []string{"linked-content"}, true},
		{".", []string{"linked-content"}, true},
		{"..", []string{"missing/content"}, true},
		{dir, []string{"."}, true},
		{"/", []string{"."}, true},
	} {
		if err := Check(c.dest, c.sources...); (err != nil) != c.refused {
			t.Errorf("%q with %q: %v, want refused %v", c.dest, c.sources, err, c.refused)
		}
	}
}
