package audit_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handrail/internal/audit"
	"handrail/internal/checks"
	"handrail/internal/dom"
	"handrail/internal/finding"
)

// elements are those of the HTML standard's index of elements, and inputs the
// types of the input element. selectedcontent is left out: the parser drops it.
const (
	elements = `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite
		code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer
		form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark
		math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp
		script search section select slot small source span strong style sub summary sup svg table tbody td template
		textarea tfoot th thead time title tr track u ul var video wbr`
	inputs = `hidden text search tel url email password date month week time datetime-local number range color
		checkbox radio file submit image reset button`
)

// TestElements keeps checks from finding fault with what is right: pages that use
// every element of HTML as the standard means it.
func TestElements(t *testing.T) {
	const dir = "testdata/elements"
	result, err := audit.Run(context.Background(), audit.Options{Paths: []string{dir}, Checks: checks.All()})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Unchecked) > 0 {
		t.Errorf("not looked at: %v", result.Unchecked)
	}
	for _, f := range result.Findings {
		if f.Severity == finding.Error || f.Severity == finding.Warning {
			t.Errorf("%s:%d: %s [%s]", f.File, f.Line, f.Message, f.Rule)
		}
	}
	used := usedIn(t, dir)
	for _, want := range strings.Fields(elements) {
		if !used[want] {
			t.Errorf("no page has a %s element", want)
		}
	}
	for _, want := range strings.Fields(inputs) {
		if !used["input "+want] {
			t.Errorf("no page has an input of type %s", want)
		}
	}
}

// usedIn returns the names of the elements of all pages of a folder, and of their
// inputs the types.
func usedIn(t *testing.T, dir string) map[string]bool {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range pages {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		html, err := dom.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range html.Elements {
			used[e.Tag] = true
			if e.Tag == "input" {
				used["input "+e.Keyword("type")] = true
			}
		}
	}
	return used
}
