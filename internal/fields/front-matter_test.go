package fields

import (
	"strings"
	"testing"

	"handrail/internal/source"
)

func TestFrontMatter(t *testing.T) {
	for name, c := range map[string]struct{ text, format, front, body string }{
		"TOML":                {"+++\na = 1\n+++\nBody\n", "toml", "a = 1\n", "Body\n"},
		"YAML":                {"---\na: 1\n---\nBody\n", "yaml", "a: 1\n", "Body\n"},
		"YAML that ends dots": {"---\na: 1\n...\nBody\n", "yaml", "a: 1\n", "Body\n"},
		"none":                {"# Title\n", "", "", "# Title\n"},
		"empty file":          {"", "", "", ""},
		"empty front matter":  {"+++\n+++\n", "toml", "", ""},
		"byte-order mark":     {"\uFEFF+++\na = 1\n+++\nBody", "toml", "a = 1\n", "Body"},
		"only a mark":         {"\uFEFFBody", "", "", "Body"},
		"CRLF":                {"+++\r\na = 1\r\n+++\r\nBody\r\n", "toml", "a = 1\r\n", "Body\r\n"},
		"spaces after fences": {"+++ \na = 1\n+++\t\nBody", "toml", "a = 1\n", "Body"},
		"empty lines before":  {"\n\n+++\na = 1\n+++\nBody", "toml", "a = 1\n", "Body"},
		"no end of line":      {"---\na: 1\n---", "yaml", "a: 1\n", ""},
		"longer line":         {"++++\na = 1\n", "", "", "++++\na = 1\n"},
		"mixed fences":        {"+++\na = 1\n---\n+++\n", "toml", "a = 1\n---\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			fm, problems := FrontMatter(source.NewFile("p.md", []byte(c.text)))
			if problems != nil {
				t.Fatal(said(problems))
			}
			if fm.Format != c.format || c.text[fm.Start:fm.End] != c.front || c.text[fm.Body:] != c.body {
				t.Errorf("%q front %q body %q", fm.Format, c.text[fm.Start:fm.End], c.text[fm.Body:])
			}
		})
	}
}

func TestFrontMatterNeverClosed(t *testing.T) {
	for text, want := range map[string]string{
		"+++\na = 1\nBody\n":    "1:1 the front matter that begins here is never closed [front/syntax]\n",
		"\n---\na: 1\n--- x\n":  "2:1 the front matter that begins here is never closed [front/syntax]\n",
		"\uFEFF+++":             "1:2 the front matter that begins here is never closed [front/syntax]\n",
		"+++\r\na = 1\r\n---\n": "1:1 the front matter that begins here is never closed [front/syntax]\n",
	} {
		if _, problems := FrontMatter(source.NewFile("p.md", []byte(text))); said(problems) != want {
			t.Errorf("%q: %s", text, said(problems))
		}
	}
}

// A huge file is refused by its size, before anything is made of it.
func TestHugeFile(t *testing.T) {
	for _, c := range []struct{ start, end string }{{"+++\n", "\n+++\n"}, {"---\n", "\n---\n"}} {
		f := source.NewFile("p.md", []byte(c.start+strings.Repeat("a = 1 # b\n", 500_000)+c.end))
		quickly(t, func() {
			fm, problems := FrontMatter(f)
			if problems != nil {
				t.Fatal(said(problems))
			}
			_, problems = ParseTOML(f, fm.Start, fm.End)
			same(t, said(problems), "2:1 this is 4882 KB long; at most 256 KB of keys and values can be read in one file [front/syntax]")
			_, problems = ParseYAML(f, fm.Start, fm.End)
			same(t, said(problems), "2:1 this is 4882 KB long; at most 256 KB of keys and values can be read in one file [front/syntax]")
		})
	}
}
