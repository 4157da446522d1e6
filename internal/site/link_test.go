package site_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handrail/internal/config"
	"handrail/internal/load"
	"handrail/internal/site"
	"handrail/internal/source"
)

// library loads a small library in two languages.
func library(t *testing.T) *site.Site {
	t.Helper()
	dir := t.TempDir()
	page := func(name, body string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("+++\ntitle = \"A\"\nsummary = \"B\"\ncontext = []\n+++\n\n"+body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page("content/en/about.md", "## Who {#who}\n")
	page("content/en/guides/repair.md", ":::recommendation {#r1 audience=\"host\"}\nPay.\n:::\n")
	page("content/en/guides/other.md", "Words.\n")
	page("content/es/guides/repair.md", "Palabras.\n")
	page("content/es/about.md", "Palabras.\n")
	folder, err := source.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	c, problems := config.Load(source.NewFile("handrail.toml", []byte("languages = [\"en\", \"es\"]\n[[audience]]\nid = \"host\"\nname = \"Hosts\"\n")), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	loaded, err := load.Site(context.Background(), folder, c)
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Site
}

func TestResolve(t *testing.T) {
	s := library(t)
	for _, c := range []struct {
		from, to           string
		address, broken    string
		external, fallback bool
	}{
		{from: "content/en/guides/repair.md", to: "other.md", address: "en/guides/other/"},
		{from: "content/en/guides/repair.md", to: "../about.md#who", address: "en/about/"},
		{from: "content/en/guides/repair.md", to: "#r1", address: "en/guides/repair/"},
		{from: "content/en/guides/repair.md", to: "/about.md", address: "en/about/"},
		{from: "content/en/guides/repair.md", to: "/en/about/", address: "en/about/"},
		{from: "content/en/guides/repair.md", to: "../", address: "en/"},
		{from: "content/en/guides/repair.md", to: "/", address: "en/"},
		{from: "content/en/about.md", to: "guides/", address: "en/guides/"},
		{from: "content/en/about.md", to: "guides/repair/for-host/", address: "en/guides/repair/for-host/"},
		{from: "content/en/about.md", to: "/en/guides/repair/priorities/", address: "en/guides/repair/priorities/"},
		{from: "content/es/about.md", to: "guides/repair.md", address: "es/guides/repair/"},
		{from: "content/es/about.md", to: "guides/other.md", address: "en/guides/other/", fallback: true},
		{from: "content/en/about.md", to: "https://example.org/x", external: true},
		{from: "content/en/about.md", to: "//example.org/x", external: true},
		{from: "content/en/about.md", to: "mailto:ask@example.org", external: true},
		{from: "content/en/about.md", to: "", broken: "leads nowhere"},
		{from: "content/en/about.md", to: "guides/none.md", broken: "no page at"},
		{from: "content/en/about.md", to: "../../../../etc/passwd", broken: "no page at"},
		{from: "content/en/about.md", to: "stories/", broken: "no page at"},
		{from: "content/en/about.md", to: "guides/repair.md#r9", broken: "#r9"},
		{from: "content/en/about.md", to: "http://[::1", broken: "cannot be read"},
	} {
		got := s.Resolve(s.ByPath(c.from), c.to)
		if string(got.Address) != c.address && c.broken == "" || (got.External != "") != c.external || got.Fallback != c.fallback ||
			(got.Broken != "") != (c.broken != "") || !strings.Contains(got.Broken, c.broken) {
			t.Errorf("%s to %q: %+v", c.from, c.to, got)
		}
	}
	if got := s.Resolve(s.ByPath("content/en/about.md"), "guids/repair.html"); got.Fix != "Did you mean guides/repair.md?" {
		t.Errorf("the fix is %q", got.Fix)
	}
}
