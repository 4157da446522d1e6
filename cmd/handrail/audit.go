package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"handrail/internal/audit"
	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
)

func newAudit(w *world, s *shared) *cobra.Command {
	r := &reporting{}
	dump := ""
	c := &cobra.Command{
		Use:   "audit PATH…",
		Short: "Look at any finished site with the checks that need only HTML and CSS",
		Example: `  handrail audit public
  handrail audit public/en/index.html --format json`,
		RunE: func(c *cobra.Command, paths []string) error {
			if dump != "" {
				return dumpAccessibility(w.stdout, dump)
			}
			return auditSite(c.Context(), w, s, r, paths)
		},
	}
	c.Flags().StringVar(&dump, "dump-accessibility", "", "print what assistive technology is told about the data-testname elements of a page")
	r.flags(c.Flags())
	return c
}

func auditSite(ctx context.Context, w *world, s *shared, r *reporting, paths []string) error {
	if len(paths) == 0 {
		return errors.New("say what to look at: a folder or a page, for example `handrail audit public`")
	}
	if err := r.check(); err != nil {
		return err
	}
	started := w.clock()
	found, err := audit.Run(ctx, audit.Options{Paths: paths, Checks: w.checks()})
	if err != nil {
		return err
	}
	incomplete := unchecked(found.Unchecked)
	if found.Pages == 0 && incomplete != nil {
		return incomplete
	}
	if incomplete != nil {
		r.unchecked, r.writeBaseline = found.Unchecked, "" // of what was not looked at, a baseline would forget all
	}
	result := &build.Result{Pages: found.Pages}
	if result.Findings, err = r.settle(w, folderOf(paths), found.Findings); err != nil {
		return err
	}
	err = r.print(w, s, "audit", result, w.clock().Sub(started), "", result.Blocked(r.severity()))
	if incomplete != nil && (err == nil || errors.Is(err, errFound)) {
		return incomplete
	}
	return err
}

// unchecked is one error for all that could not be looked at, nil for nothing.
func unchecked(all []error) error {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	case 2:
		return fmt.Errorf("%w (and 1 more thing could not be looked at)", all[0])
	}
	return fmt.Errorf("%w (and %d more things could not be looked at)", all[0], len(all)-1)
}

// folderOf is the folder that findings name files from. Of several paths there
// is no one such.
func folderOf(paths []string) string {
	if len(paths) != 1 {
		return "."
	}
	if info, err := os.Stat(paths[0]); err == nil && info.IsDir() {
		return paths[0]
	}
	return filepath.Dir(paths[0])
}

// dumpAccessibility prints the role, name and description of the elements of a
// page that have a data-testname, as a JSON list.
func dumpAccessibility(out io.Writer, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", file, errors.Unwrap(err))
	}
	html, err := dom.Parse(data)
	if err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	library := css.NewLibrary(func(address string) ([]byte, bool) {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(file), filepath.FromSlash(address)))
		return data, err == nil
	})
	return check.NewView(html, "", library).Tree().WriteList(out)
}
