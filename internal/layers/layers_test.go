package layers

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rungs maps a package below internal/ to its line of the ladder.
func rungs() map[string]int {
	m := map[string]int{}
	for i, line := range strings.Split(strings.TrimSpace(ladder), "\n") {
		for _, name := range strings.Fields(line) {
			m[name] = i
		}
	}
	return m
}

// rung is the line of a package; the areas of checks share one.
func rung(m map[string]int, name string) (int, bool) {
	if strings.HasPrefix(name, "check/") {
		name = "check/*"
	}
	i, ok := m[name]
	return i, ok
}

// TestImports reads the source of every package, since the test cache cannot
// see what a `go list` would read.
func TestImports(t *testing.T) {
	root := os.DirFS("../..")
	m := rungs()
	files := 0
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if base := path.Base(name); name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if complaint := allowed(m, path.Dir(name), imported); complaint != "" {
				t.Errorf("%s imports %s: %s", name, imported, complaint)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were read; is the test still looking at the program?", files)
	}
}

// allowed says why a package may not import another, or nothing.
func allowed(m map[string]int, importer, imported string) string {
	for module, packages := range owners {
		if (imported == module || strings.HasPrefix(imported, module+"/")) && !slices.Contains(packages, importer) {
			return "only " + strings.Join(packages, ", ") + " may"
		}
	}
	target, ours := strings.CutPrefix(imported, "handrail/internal/")
	from, below := strings.CutPrefix(importer, "internal/")
	if !ours || !below || from == "checktest" {
		return ""
	}
	for _, no := range forbidden[importer] {
		if "internal/"+target == no || strings.HasPrefix("internal/"+target, no+"/") {
			return "never"
		}
	}
	low, known := rung(m, target)
	high, alsoKnown := rung(m, from)
	switch {
	case !known:
		return target + " is not on the ladder"
	case !alsoKnown:
		return from + " is not on the ladder"
	case low >= high:
		return "it is not on a line above"
	}
	return ""
}

// TestAllowed makes sure that the policy can say no.
func TestAllowed(t *testing.T) {
	m := rungs()
	for _, c := range []struct {
		importer, imported string
		ok                 bool
	}{
		{"internal/site", "handrail/internal/markdown", true},
		{"internal/markdown", "handrail/internal/site", false},
		{"internal/markdown", "handrail/internal/config", false},
		{"internal/check/image", "handrail/internal/check", true},
		{"internal/check/image", "handrail/internal/check/link", false},
		{"internal/render", "handrail/internal/private", false},
		{"internal/load", "handrail/internal/private", true},
		{"internal/revoke", "handrail/internal/render", false},
		{"internal/site", "github.com/yuin/goldmark/ast", false},
		{"cmd/handrail", "github.com/spf13/cobra", true},
		{"internal/build", "github.com/spf13/cobra", false},
		{"internal/stranger", "handrail/internal/site", false},
	} {
		if got := allowed(m, c.importer, c.imported); (got == "") != c.ok {
			t.Errorf("%s imports %s: %q", c.importer, c.imported, got)
		}
	}
}
