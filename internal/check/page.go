package check

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
)

// A Page is the documentation of a check.
type Page struct {
	Title string // one sentence that is true when the check passes
	Why   string // why it matters to a person
	Fix   string // what to do
	// Examples are run as tests and printed by explain.
	Examples []Example
}

// An Example is a small site or page that a check is run on.
type Example struct {
	Name    string
	Outcome string            // pass, fail or ask
	Files   map[string]string // by path; a single file is named like the example
	Want    string            // "2:3 error: …" lines, or "path:2:3 error: …" where there are several files
	Needs   string            // "2:3 alt" or "2:3 <caption>" lines: what must not be missing for it to pass
}

// Single tells whether the example is one file and not a folder of them.
func (e Example) Single() bool {
	_, ok := e.Files[e.Name]
	return ok && len(e.Files) == 1
}

// Bad and Good return the examples as explain shows them.
func (p *Page) Bad() []string { return p.show("fail", "ask") }

// Good returns the examples that pass.
func (p *Page) Good() []string { return p.show("pass") }

func (p *Page) show(outcomes ...string) []string {
	shown := []string{}
	for _, e := range p.Examples {
		if slices.Contains(outcomes, e.Outcome) {
			shown = append(shown, e.String())
		}
	}
	return shown
}

// String writes an example as text: a single file as it is, several with their
// names.
func (e Example) String() string {
	if e.Single() {
		return strings.TrimSpace(e.Files[e.Name])
	}
	names := make([]string, 0, len(e.Files))
	for name := range e.Files {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%s:\n%s\n\n", name, strings.TrimSpace(e.Files[name]))
	}
	return strings.TrimSpace(b.String())
}

// Documented returns copies of an area's checks, each with its page, the file
// of its own name. A missing or broken page is a mistake in our own tables, so
// it panics.
func Documented(pages fs.FS, checks ...*Check) []*Check {
	documented := make([]*Check, len(checks))
	for i, c := range checks {
		name := path.Base(c.ID) + ".txtar"
		data, err := fs.ReadFile(pages, name)
		if err != nil {
			panic("check: no page for " + c.ID)
		}
		page, err := parsePage(data)
		if err != nil {
			panic(fmt.Sprintf("check: the page of %s: %v", c.ID, err))
		}
		copied := *c
		copied.Page = page
		documented[i] = &copied
	}
	return documented
}

// The sections of a check's page.
const (
	sectionWhy = "Why it matters"
	sectionFix = "How to fix it"
)

// parsePage reads "# Title", "## Why it matters", "## How to fix it" and the
// examples below them.
func parsePage(data []byte) (*Page, error) {
	archive := txtar.Parse(data)
	p := &Page{}
	section := ""
	texts := map[string][]string{}
	for line := range strings.Lines(string(archive.Comment)) {
		line = strings.TrimSpace(line)
		title, isTitle := strings.CutPrefix(line, "# ")
		heading, isHeading := strings.CutPrefix(line, "## ")
		switch {
		case isTitle && p.Title == "":
			p.Title = title
		case isHeading && (heading == sectionWhy || heading == sectionFix):
			section = heading
		case isHeading || isTitle:
			return nil, fmt.Errorf("%q is no heading of such a page", line)
		case line != "":
			texts[section] = append(texts[section], line)
		}
	}
	p.Why = strings.Join(texts[sectionWhy], " ")
	p.Fix = strings.Join(texts[sectionFix], " ")
	if p.Title == "" || p.Why == "" || p.Fix == "" {
		return nil, fmt.Errorf("it needs a title, a reason and a fix")
	}
	for _, f := range archive.Files {
		if err := p.addExample(f); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// addExample puts a file of the archive into its example: "fail/name.md" and
// "fail/name.md.want", or "fail/name/content/en/a.md" and "fail/name/want". What
// a passing example needs is in "pass/name.html.needs" or "pass/name/needs".
func (p *Page) addExample(f txtar.File) error {
	outcome, rest, ok := strings.Cut(f.Name, "/")
	if !ok || !slices.Contains([]string{"pass", "fail", "ask"}, outcome) {
		return fmt.Errorf("%s: an example is in pass/, fail/ or ask/", f.Name)
	}
	name, file, several := strings.Cut(rest, "/")
	wanted, needed := several && file == "want", several && file == "needs"
	if !several {
		if name, wanted = strings.CutSuffix(rest, ".want"); !wanted {
			name, needed = strings.CutSuffix(rest, ".needs")
		}
		file = name
	}
	i := slices.IndexFunc(p.Examples, func(e Example) bool { return e.Name == name && e.Outcome == outcome })
	if i < 0 {
		p.Examples = append(p.Examples, Example{Name: name, Outcome: outcome, Files: map[string]string{}})
		i = len(p.Examples) - 1
	}
	switch {
	case wanted:
		p.Examples[i].Want = string(bytes.TrimSpace(f.Data))
	case needed:
		p.Examples[i].Needs = string(bytes.TrimSpace(f.Data))
	default:
		p.Examples[i].Files[file] = string(f.Data)
	}
	return nil
}
