package approval_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"handrail/internal/approval"
	"handrail/internal/config"
	"handrail/internal/load"
	"handrail/internal/source"
)

// TestDigestByHand: the digest that the manual works out with a shell is the
// one that the program works out from the story there.
func TestDigestByHand(t *testing.T) {
	data, err := os.ReadFile("../../content/en/developers/digest.md")
	if err != nil {
		t.Fatal(err)
	}
	block := func(kind string) string {
		t.Helper()
		m := regexp.MustCompile("(?ms)^```" + kind + "\n(.*?)^```$").FindSubmatch(data)
		if m == nil {
			t.Fatalf("the manual has no block of %s", kind)
		}
		return string(m[1])
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"handrail.toml":                "[[context]]\nid = \"labour\"\nname = \"Labour\"\n",
		"content/en/stories/s-4ad2.md": block("markdown"),
		"content/en/stories/lamp.svg":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"/>`,
		"content/en/about.md":          "+++\ntitle = \"About\"\nsummary = \"Us.\"\n+++\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := source.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	settings, err := folder.Read("handrail.toml", source.MaxText)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := config.Load(settings, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	loaded, err := load.Site(context.Background(), folder, c)
	if err != nil {
		t.Fatal(err)
	}
	text, err := approval.Of(loaded.Site, loaded.Site.In("en", "s-4ad2"))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(block("text"))
	if got := text.Digest("00112233445566778899aabbccddeeff"); got != want {
		t.Errorf("the program works out %s and the manual says %s; the text is\n%s", got, want, text)
	}
	if _, err := exec.LookPath("sha256sum"); err != nil {
		t.Skip("there is no sha256sum here")
	}
	out, err := exec.Command("sh", "-c", block("sh")).Output()
	if err != nil || "sha256:"+strings.TrimSpace(string(out)) != want {
		t.Errorf("the shell works out %s (%v), and the manual says %s", out, err, want)
	}
}
