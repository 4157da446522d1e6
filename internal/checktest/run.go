// Package checktest runs the examples of checks: each one is made into a tiny
// site of its own and built as a real one is, and what the check finds there is
// compared with what its page says it finds.
package checktest

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"handrail/internal/check"
)

var update = flag.Bool("update", false, "rewrite what the examples of checks are wanted to find")

// Run runs every example of the checks, side by side. From each passing example
// of a finished page it deletes every attribute and every element in turn: what
// the check then finds is what the example says that it needs. The page of a check must
// have a title, a reason, a fix, and an example that passes and one that does
// not. Pages is the folder that holds a folder of .txtar files for each area;
// with -update the lines that the examples want are rewritten there.
func Run(t *testing.T, set *check.Set, checks []*check.Check, pages string) {
	for _, c := range checks {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			documented(t, c)
			wants, needy := map[string]string{}, false
			for _, e := range c.Page.Examples {
				t.Run(e.Outcome+"/"+e.Name, func(t *testing.T) {
					got := strings.Join(lines(t, set, c, e), "\n")
					compare(t, e, got)
					if e.Outcome == "pass" && c.Output != nil && finished(e) {
						got = needs(t, c, e)
						needed(t, e, got)
						needy = needy || got != ""
					}
					wants[e.Outcome+"/"+e.Name] = got
				})
			}
			if c.Output != nil && !c.Own && needy == (needless[c.ID] != "") {
				t.Errorf("passing examples need something: %v; why they need nothing: %q", needy, needless[c.ID])
			}
			if *update {
				rewrite(t, filepath.Join(pages, filepath.FromSlash(c.ID)+".txtar"), wants)
			}
		})
	}
}

// documented fails a check whose page lacks something.
func documented(t *testing.T, c *check.Check) {
	t.Helper()
	if c.Page == nil || c.Page.Title == "" || c.Page.Why == "" || c.Page.Fix == "" {
		t.Fatal("the page needs a title, a reason and a fix")
	}
	funcs := 0
	for _, set := range []bool{c.Load, c.Source != nil, c.Site != nil, c.Output != nil} {
		if set {
			funcs++
		}
	}
	if funcs != 1 {
		t.Errorf("%d of Load, Source, Site and Output are set; exactly one must be", funcs)
	}
	if area, name, ok := strings.Cut(c.ID, "/"); !ok || area == "" || name == "" || strings.Contains(name, "/") {
		t.Errorf("the id %q is not area/name", c.ID)
	}
	if len(c.Page.Good()) == 0 {
		t.Error("the page has no example that passes")
	}
	if len(c.Page.Bad()) == 0 {
		t.Error("the page has no example that fails")
	}
}

// needed fails a passing example of which something else can be missed than it
// says.
func needed(t *testing.T, e check.Example, got string) {
	t.Helper()
	if got != e.Needs && !*update {
		t.Errorf("without one of these the check finds something:\n%s\nthe example says that it needs:\n%s", got, e.Needs)
	}
}

// compare fails an example that finds something else than it says.
func compare(t *testing.T, e check.Example, got string) {
	t.Helper()
	switch {
	case e.Outcome == "pass" && got != "":
		t.Errorf("it should find nothing, and finds:\n%s", got)
	case e.Outcome != "pass" && got == "":
		t.Error("it finds nothing")
	case *update:
	case got != e.Want:
		t.Errorf("it finds:\n%s\nwanted:\n%s", got, e.Want)
	}
	asks := strings.Contains(got, " ask: ")
	if e.Outcome == "ask" && !asks || e.Outcome == "fail" && strings.Count(got, " ask: ") == len(strings.Split(got, "\n")) {
		t.Errorf("an example in %s/ finds:\n%s", e.Outcome, got)
	}
}
