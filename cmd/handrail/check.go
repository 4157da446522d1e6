package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/finding"
)

func newCheck(w *world, s *shared) *cobra.Command {
	r := &reporting{}
	o := build.Options{}
	extra := &extras{}
	c := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Run every check of build and write nothing",
		Example: `  handrail check
  handrail check content/en/guides --format json
  handrail check --report plain.html`,
		RunE: func(c *cobra.Command, paths []string) error {
			return checkSite(c.Context(), w, s, r, o, extra, paths)
		},
	}
	c.Flags().BoolVarP(&o.Drafts, "drafts", "D", false, "check drafts too")
	c.Flags().StringVarP(&o.BaseURL, "base-url", "b", "", "where the site will be")
	c.Flags().BoolVar(&o.Author, "for-author", false, "print only the thoughts that are for the author of a story")
	c.Flags().StringVar(&extra.report, "report", "", "write a page for writers: the hardest sentences of the library, such as plain.html")
	c.Flags().BoolVar(&extra.baseline, "write-plain-baseline", false, "write the file of plain.baseline: pages may stay as hard as they are now")
	r.flags(c.Flags())
	return c
}

func checkSite(ctx context.Context, w *world, s *shared, r *reporting, o build.Options, extra *extras, paths []string) error {
	if err := r.check(); err != nil {
		return err
	}
	started := w.clock()
	result, err := s.build(ctx, w, o, func(string, []byte, []string) error { return nil })
	if result == nil || err != nil {
		return err
	}
	if err := extra.write(w, s, result); err != nil {
		return err
	}
	if result.Findings, err = r.settle(w, s.source, result.Findings); err != nil {
		return err
	}
	if o.Author {
		r.notes = true
		set := w.checks()
		result.Findings = slices.DeleteFunc(result.Findings, func(f finding.Finding) bool { return !set.ForAuthor(f) })
	}
	if len(paths) > 0 {
		if result.Findings, err = only(result, s.source, paths); err != nil {
			return err
		}
	}
	return r.print(w, s, "check", result, w.clock().Sub(started), "", result.Blocked(r.severity()))
}

// only keeps the findings of some files or folders. A path that is no part of
// the site is an error: what was not checked never counts as passed.
func only(result *build.Result, source string, paths []string) ([]finding.Finding, error) {
	var wanted []string
	for _, p := range paths {
		relative := p
		if below, err := filepath.Rel(source, p); err == nil && filepath.IsLocal(below) {
			relative = below
		}
		relative = path.Clean(filepath.ToSlash(relative))
		if !result.Holds(relative) {
			return nil, fmt.Errorf("nothing of the site is at %s; name a file or a folder below %s", p, source)
		}
		wanted = append(wanted, relative)
	}
	kept := []finding.Finding{}
	for _, f := range result.Findings {
		for _, p := range wanted {
			if p == "." || f.File == p || strings.HasPrefix(f.File, p+"/") {
				kept = append(kept, f)
				break
			}
		}
	}
	return kept, nil
}
