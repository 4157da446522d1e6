package checks

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Reading files reports problems by rule, and a rule without a check would
// stop a build in the middle. So every rule that the source names must have
// one, and every check of something that reading finds must be named somewhere.
func TestEveryRuleHasACheck(t *testing.T) {
	set := All()
	rule := regexp.MustCompile(`^(front|container|source|markdown|theme|ignore|baseline|translation|consent|plain)/[a-z0-9-]+$`)
	named := map[string]bool{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") ||
			strings.HasPrefix(name, "check/") && strings.Count(name, "/") > 1 {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, imports := n.(*ast.ImportSpec); imports {
				return false
			}
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil || !rule.MatchString(text) {
				return true
			}
			named[text] = true
			if set.Named(text) == nil {
				t.Errorf("%s reports %s, and no check has that id", name, text)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range set.All() {
		if c.Load && !named[c.ID] {
			t.Errorf("%s says that reading finds it, and nothing reports it", c.ID)
		}
	}
	if len(named) < 20 {
		t.Errorf("only %d rules were found; is the test still looking at the program?", len(named))
	}
}

// What a page of a check says is read by people who may be tired.
func TestPagesArePlain(t *testing.T) {
	// Words of the trade, and words that blame.
	hard := regexp.MustCompile(`(?i)\b(invalid|illegal|syntax error|parse|schema|node|attribute value|user error|you failed|you forgot|obviously|simply|just)\b`)
	for _, c := range All().All() {
		for what, text := range map[string]string{"title": c.Page.Title, "reason": c.Page.Why, "fix": c.Page.Fix} {
			if found := hard.FindString(text); found != "" {
				t.Errorf("the %s of %s says %q", what, c.ID, found)
			}
			for _, sentence := range regexp.MustCompile(`[.!?:] `).Split(text, -1) {
				if words := len(strings.Fields(sentence)); words > 32 {
					t.Errorf("the %s of %s has a sentence of %d words: %s", what, c.ID, words, sentence)
				}
			}
		}
		if strings.HasSuffix(c.Page.Title, ".") {
			t.Errorf("the title of %s ends with a full stop", c.ID)
		}
	}
}

func BenchmarkAll(b *testing.B) {
	for b.Loop() {
		All()
	}
}
