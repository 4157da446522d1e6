package axtree

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// A wptCase is one expectation of web-platform-tests, as testdata/accname's
// cases.json has them. Ordinal counts the elements with a data-testname.
type wptCase struct {
	File         string   `json:"file"`
	Ordinal      int      `json:"ordinal"`
	Testname     string   `json:"testname"`
	ExpectedRole *string  `json:"expectedRole"`
	AcceptRoles  []string `json:"acceptRoles"`
	ExpectedName *string  `json:"expectedName"`
}

// TestWebPlatform runs every case of web-platform-tests that is kept in testdata.
func TestWebPlatform(t *testing.T) {
	data, err := os.ReadFile("testdata/accname/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []wptCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	pages := map[string][]Listed{}
	names, roles, rightNames, rightRoles := 0, 0, 0, 0
	for _, c := range cases {
		if _, read := pages[c.File]; !read {
			pages[c.File] = written(t, treeOf(t, filepath.Join("testdata/accname/pages", c.File)))
		}
		if c.Ordinal >= len(pages[c.File]) {
			t.Fatalf("%s has no element %d", c.File, c.Ordinal)
		}
		got := pages[c.File][c.Ordinal]
		if c.ExpectedName != nil {
			names++
			if collapse(*c.ExpectedName) == got.Name {
				rightNames++
			} else {
				t.Errorf("%s: %s: name %q, want %q", c.File, c.Testname, got.Name, *c.ExpectedName)
			}
		}
		if c.ExpectedRole != nil {
			roles++
			if got.Role == *c.ExpectedRole || slices.Contains(c.AcceptRoles, got.Role) {
				rightRoles++
			} else {
				t.Errorf("%s: %s: role %q, want %q", c.File, c.Testname, got.Role, *c.ExpectedRole)
			}
		}
	}
	t.Logf("names %d of %d, roles %d of %d", rightNames, names, rightRoles, roles)
}

// written returns what handrail audit --dump-accessibility prints, read again.
func written(t *testing.T, tree *Tree) []Listed {
	t.Helper()
	var out bytes.Buffer
	if err := tree.WriteList(&out); err != nil {
		t.Fatal(err)
	}
	var listed []Listed
	if err := json.Unmarshal(out.Bytes(), &listed); err != nil {
		t.Fatal(err)
	}
	return listed
}

// treeOf reads a page from a file, with the styles that it has inside.
func treeOf(t *testing.T, path string) *Tree {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

func parse(t testing.TB, page string) *Tree {
	t.Helper()
	doc, err := dom.Parse([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return New(doc, css.Compute(doc, nil, css.Desktop))
}

func TestEmptyListIsAList(t *testing.T) {
	var out bytes.Buffer
	if err := parse(t, "<p>x").WriteList(&out); err != nil || out.String() != "[]\n" {
		t.Errorf("wrote %q, %v; want an empty array", out.String(), err)
	}
}
