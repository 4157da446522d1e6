package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"handrail/internal/build"
	"handrail/internal/finding"
	"handrail/internal/starter"
)

// newStatement writes the accessibility page of a language, with what an audit
// of the library knows. It takes the place of the page that `new site` wrote,
// and of no other.
func newStatement(ctx context.Context, w *world, s *shared, contentDir string, start starter.Start) error {
	made := starter.Statement{Start: start, Version: version, Date: w.clock().Format("2006-01-02")}
	name := path.Join(contentDir, start.Lang, "accessibility.md")
	file := filepath.Join(s.source, filepath.FromSlash(name))
	before, err := os.ReadFile(file)
	switch {
	case err == nil && !starter.Untouched(before, start.Lang):
		return fmt.Errorf("%s is there already, with words of your own; move it elsewhere first if you want a new one to start from", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("reading %s: %w", name, errors.Unwrap(err))
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(file), "removal.md")); err == nil {
		made.Removal = true
	}
	result, err := s.build(ctx, w, build.Options{}, func(string, []byte, []string) error { return nil })
	if err != nil {
		return err
	}
	made.Pages = result.Pages
	known(&made, result.Findings)
	page, err := starter.StatementFile(made)
	if err != nil {
		return err
	}
	if before != nil {
		if err := os.Remove(file); err != nil {
			return fmt.Errorf("writing %s: %w", name, errors.Unwrap(err))
		}
	}
	page.Path = name
	if err := s.writeNew(w, []starter.File{page}); err != nil {
		return err
	}
	return s.recordOne(ctx, w, name)
}

// known counts what the checks of finished pages found.
func known(made *starter.Statement, found []finding.Finding) {
	places := map[string]int{}
	var looked []finding.Finding
	for _, c := range checks().All() {
		if c.Output != nil && !c.Own {
			made.Checks++
		}
	}
	for _, f := range found {
		c := checks().Named(f.Rule)
		if c == nil || c.Output == nil || c.Own {
			continue
		}
		looked = append(looked, f)
		if f.Severity == finding.Error {
			for _, number := range f.WCAG {
				places[number]++
			}
		}
	}
	summary := finding.Summarise(looked)
	made.Errors, made.Warnings, made.Asks = summary.Errors, summary.Warnings, summary.Ask
	for _, number := range slices.SortedFunc(maps.Keys(places), byNumber) {
		made.Criteria = append(made.Criteria, starter.Criterion{Number: number, Places: places[number]})
	}
}

// byNumber puts 1.4.3 before 1.4.10.
func byNumber(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
}

// isStatement tells whether a page of that name is the accessibility page.
func isStatement(kindName, name string) bool {
	return kindName == "page" && strings.EqualFold(strings.TrimSpace(name), "accessibility")
}
