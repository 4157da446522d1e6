package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"handrail/internal/kind"
	"handrail/internal/report"
)

const manual = "../../content/en/manual"

// A manualBlock is a block of code that the manual says belongs into a file:
//
//	```toml {file="handrail.toml"}
type manualBlock struct{ file, text string }

var (
	blockPattern   = regexp.MustCompile("(?ms)^(```+)([a-z]+) \\{file=\"([^\"]+)\"\\}\n(.*?)^```+$")
	picturePattern = regexp.MustCompile(`(?:src = "|!\[[^\]]*\]\()([a-z-]+\.(?:jpg|png|svg))`)
)

// TestManualExamples lays the examples of each page into a starter site and
// checks it. Pictures that an example shows are put beside it.
func TestManualExamples(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(manual, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	tested := 0
	for _, page := range pages {
		var blocks []manualBlock
		for _, m := range blockPattern.FindAllStringSubmatch(read(t, page), -1) {
			blocks = append(blocks, manualBlock{file: m[3], text: m[4]})
		}
		if len(blocks) == 0 {
			continue
		}
		tested += len(blocks)
		t.Run(filepath.Base(page), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "our-library")
			manualRun(t, "new", "site", dir, "--lang", "en,es")
			for _, b := range blocks {
				lay(t, dir, b.file, b.text)
				for _, picture := range picturePattern.FindAllStringSubmatch(b.text, -1) {
					lay(t, dir, path.Join(path.Dir(b.file), picture[1]),
						`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><path d="M1 1h3v3H1z"/></svg>`)
				}
			}
			var r report.Report
			out := manualRun(t, "check", "--source", dir, "--format", "json")
			if err := json.Unmarshal([]byte(out), &r); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			for _, f := range r.Findings {
				// How pages look is the theme's own matter.
				if f.Rule == "consent/missing" || f.Rule == "people/judge" {
					continue // nobody can have approved an example, or judged it
				}
				if f.Severity == "error" || f.Severity != "info" && !strings.HasPrefix(f.Rule, "contrast/") {
					t.Errorf("%s:%d:%d: %s: %s [%s]", f.File, f.Line, f.Col, f.Severity, f.Message, f.Rule)
				}
			}
		})
	}
	if tested < 10 {
		t.Errorf("only %d examples were found; does the manual still mark them?", tested)
	}
}

// manualRun runs a command and returns what it wrote.
func manualRun(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	w := world{stdin: strings.NewReader(""), stdout: &out, stderr: &errs, env: []string{"CI=true", "SOURCE_DATE_EPOCH=1793491200"}}
	if got := run(context.Background(), w, args); got == exitFailed {
		t.Fatalf("handrail %s: %s", strings.Join(args, " "), errs.String())
	}
	return out.String()
}

func lay(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestManualKeys holds the manual to every key of the front matter, and every
// container and role.
func TestManualKeys(t *testing.T) {
	pages := map[string]string{"glossary": "the-glossary.md"}
	shared := keys(reflect.TypeFor[kind.Common]())
	says(t, "front-matter.md", shared...)
	for _, k := range kind.Kinds() {
		page := pages[k.Name]
		if page == "" {
			page = k.Name + ".md"
		}
		var own []string
		for _, key := range keys(reflect.TypeOf(k.New()).Elem()) {
			if !strings.Contains(" "+strings.Join(shared, " ")+" ", " "+key+" ") {
				own = append(own, key)
			}
		}
		says(t, page, own...)
	}
	says(t, "page.md", kind.Roles()...)
}

// keys lists the keys that a struct reads, with those of the structs in it.
func keys(t reflect.Type) []string {
	var all []string
	for i := range t.NumField() {
		f := t.Field(i)
		of := f.Type
		if of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if name, _, _ := strings.Cut(f.Tag.Get("field"), ","); name != "" {
			all = append(all, name)
		}
		if of.Kind() == reflect.Struct {
			all = append(all, keys(of)...)
		}
	}
	return all
}

// TestManualSettings holds the manual to every key of handrail.toml, variable
// of the environment, command and flag.
func TestManualSettings(t *testing.T) {
	source := read(t, "../../internal/config/config.go") + read(t, "../../internal/config/environment.go")
	var wanted []string
	for _, m := range regexp.MustCompile("`field:\"([a-z_]+)|\"(HANDRAIL_[A-Z_]+[A-Z])\"").FindAllStringSubmatch(source, -1) {
		wanted = append(wanted, m[1]+m[2])
	}
	if len(wanted) < 20 {
		t.Errorf("only %d settings were found; is the test still looking at the program?", len(wanted))
	}
	root := newRoot(&world{})
	commands := []*cobra.Command{root}
	for len(commands) > 0 {
		c := commands[0]
		commands = append(commands[1:], c.Commands()...)
		if c != root {
			wanted = append(wanted, c.CommandPath())
		}
		add := func(f *pflag.Flag) { wanted = append(wanted, "--"+f.Name) }
		c.LocalNonPersistentFlags().VisitAll(add)
		c.PersistentFlags().VisitAll(add)
	}
	says(t, "configuration.md", wanted...)
}

// says fails unless a page of the manual names every one of these as code.
func says(t *testing.T, page string, names ...string) {
	t.Helper()
	text := read(t, filepath.Join(manual, page))
	for _, name := range names {
		if !regexp.MustCompile("`" + regexp.QuoteMeta(name) + "[` =]").MatchString(text) {
			t.Errorf("%s does not say what `%s` is", page, name)
		}
	}
}

// TestManualListed makes sure that a reader of the manual can reach all of it.
func TestManualListed(t *testing.T) {
	index := read(t, filepath.Join(manual, "index.md"))
	err := fs.WalkDir(os.DirFS(manual), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".md" && name != "index.md" &&
			(path.Dir(name) == "." || path.Base(name) == "index.md") && !strings.Contains(index, "]("+name+")") {
			t.Errorf("index.md does not lead to %s", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
