package theme

import (
	"context"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/site"
	"handrail/themes"
)

func plain(t *testing.T) *Theme {
	t.Helper()
	layer, err := fs.Sub(themes.FS, "plain")
	if err != nil {
		t.Fatal(err)
	}
	th, problems, err := Load("plain", Layers{{FS: layer, Path: "themes/plain"}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return th
}

func language(t *testing.T, tag string) lang.Language {
	t.Helper()
	l, err := lang.Parse(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWordsAreComplete(t *testing.T) {
	th := plain(t)
	for _, tag := range []string{"en", "es", "ar"} {
		if missing := th.Missing(language(t, tag)); len(missing) > 0 {
			t.Errorf("%s lacks %v", tag, missing)
		}
	}
	if missing := th.Missing(language(t, "de")); len(missing) == 0 {
		t.Error("a language without words lacks none")
	}
}

// TestWordsAskedFor finds every key that layouts and render ask for.
func TestWordsAskedFor(t *testing.T) {
	th := plain(t)
	asked := map[string]string{}
	find := func(fsys fs.FS, pattern *regexp.Regexp, ext string) {
		err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ext || strings.HasSuffix(name, "_test.go") {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			for _, m := range pattern.FindAllSubmatch(data, -1) {
				asked[string(m[1])] = name
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	find(themes.FS, regexp.MustCompile(`\.T "([a-z_]+)"`), ".html")
	find(os.DirFS("../render"), regexp.MustCompile(`\.word\([^,"]+, "([a-z_]+)"[,)]`), ".go")
	find(os.DirFS("../markdown"), regexp.MustCompile(`\.word\("([a-z_]+)"`), ".go")
	for _, k := range kind.Kinds() {
		if k.Folder != "" {
			for _, key := range []string{"section_", "about_", "all_", "tab_"} {
				asked[key+k.Name] = "render"
			}
		}
	}
	for _, status := range site.Statuses() {
		asked["status_"+strings.ReplaceAll(status, " ", "_")] = "render"
	}
	if len(asked) < 50 {
		t.Fatalf("only %d keys are asked for; does the test still find them?", len(asked))
	}
	for key, by := range asked {
		if _, err := th.Text(language(t, "en"), key); err != nil {
			t.Errorf("%s asks for %q: %v", by, key, err)
		}
	}
}

func TestText(t *testing.T) {
	th, problems, err := Load("mine", Layers{
		{FS: fstest.MapFS{"i18n/en.toml": {Data: []byte("greeting = \"Good day {name}\"\n")}}},
		{FS: fstest.MapFS{
			"i18n/en.toml": {Data: []byte("greeting = \"Hello {name}\"\nbye = \"Bye\"\nminutes = {one=\"{n} minute\", other=\"{n} minutes\"}\n")},
			"i18n/ar.toml": {Data: []byte("minutes = {zero=\"صفر\", one=\"دقيقة\", two=\"دقيقتان\", few=\"{n} دقائق\", many=\"{n} دقيقة\", other=\"{n} دقيقة\"}\n")},
		}},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for _, c := range []struct {
		tag, key string
		pairs    []any
		want     string
	}{
		{"en", "greeting", []any{"name", "you"}, "Good day you"}, // the upper layer's
		{"en", "bye", nil, "Bye"},
		{"en", "minutes", []any{"n", 1}, "1 minute"},
		{"en", "minutes", []any{"n", 1200}, "1,200 minutes"},
		{"ar", "minutes", []any{"n", 2}, "دقيقتان"},
		{"ar", "minutes", []any{"n", 5}, "5 دقائق"},
		{"ar", "bye", nil, "Bye"}, // not translated
	} {
		got, err := th.Text(language(t, c.tag), c.key, c.pairs...)
		if err != nil || got != c.want {
			t.Errorf("Text(%s, %s, %v) = %q, %v; want %q", c.tag, c.key, c.pairs, got, err, c.want)
		}
	}
	if _, err := th.Text(language(t, "en"), "nothing"); err == nil {
		t.Error("a word that is not there is no error")
	}
}

func TestLayoutsEnd(t *testing.T) {
	base := `{{define "base"}}{{template "main" .}}{{end}}`
	for name, c := range map[string]struct{ layout, want string }{
		"fine":          {`{{define "main"}}{{range .}}{{.}}{{end}}{{end}}`, ""},
		"counts":        {`{{define "main"}}{{if true}}{{range 101}}x{{end}}{{end}}{{end}}`, "counts past 100"},
		"counts twice":  {`{{define "main"}}{{range 20}}{{range 20}}x{{end}}{{end}}{{end}}`, "counts past 100"},
		"counts on":     {`{{define "main"}}{{$n := 1000}}{{range $n}}x{{end}}{{end}}`, "counts past 100"},
		"counts a bit":  {`{{define "main"}}{{range 3}}{{range 4}}x{{end}}{{end}}{{end}}`, ""},
		"includes":      {`{{define "main"}}x{{template "main" .}}{{end}}`, "itself"},
		"not a layout":  {`{{define "main"}}{{end`, "cannot be read"},
		"no such value": {`{{define "main"}}{{.Nothing}}{{end}}`, "could not make the page"},
	} {
		t.Run(name, func(t *testing.T) {
			th, _, err := Load("mine", Layers{{Own: true, FS: fstest.MapFS{
				"layouts/parts/base.html": {Data: []byte(base)}, "layouts/page.html": {Data: []byte(c.layout)},
			}}})
			if err == nil {
				_, err = th.Page(context.Background(), "page", []int{1, 2})
			}
			switch {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) && !strings.Contains(err.Error(), "depth")):
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// TestPicturesOfThemes: what a drawing program wrote into a file is not
// published with it.
func TestPicturesOfThemes(t *testing.T) {
	drawing := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><metadata>made-up-name</metadata><title>made-up-name</title><path d="M0 0h4v4z" onclick="made-up-name"/></svg>`
	th, _, err := Load("mine", Layers{{FS: fstest.MapFS{"assets/dot.svg": {Data: []byte(drawing)}, "assets/words.txt": {Data: []byte("as it is")}}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(th.Assets["dot.svg"]); strings.Contains(got, "made-up") || !strings.Contains(got, "M0 0h4v4z") {
		t.Errorf("the drawing is published as %s", got)
	}
	if got := string(th.Assets["words.txt"]); got != "as it is" {
		t.Errorf("a text is published as %s", got)
	}
	for name, data := range map[string]string{"a.gif": "GIF89a", "a.png": "no picture", "a.svg": "<svg"} {
		if _, _, err := Load("mine", Layers{{FS: fstest.MapFS{"assets/" + name: {Data: []byte(data)}}}}); err == nil || !strings.Contains(err.Error(), "assets/"+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
