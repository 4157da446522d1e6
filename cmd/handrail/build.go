package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/publish"
)

func newBuild(w *world, s *shared) *cobra.Command {
	r := &reporting{}
	destination, overwrite := "public", false
	o := build.Options{}
	c := &cobra.Command{
		Use:   "build",
		Short: "Load, check and render the site, then publish it in one step",
		Example: `  handrail build
  handrail build --source our-library --base-url https://example.org/library/`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return buildSite(c.Context(), w, s, r, o, destination, overwrite)
		},
	}
	flags := c.Flags()
	flags.StringVarP(&destination, "destination", "d", destination, "the output folder, below the site's folder unless absolute")
	flags.StringVarP(&o.BaseURL, "base-url", "b", "", "where the site will be, such as https://example.org/library/")
	flags.BoolVarP(&o.Drafts, "drafts", "D", false, "publish drafts too")
	flags.BoolVar(&overwrite, "overwrite", false, "replace files in the output folder that Handrail did not write")
	r.flags(flags)
	return c
}

// buildSite builds into a staging folder and publishes it when nothing blocks.
func buildSite(ctx context.Context, w *world, s *shared, r *reporting, o build.Options, destination string, overwrite bool) error {
	if err := r.check(); err != nil {
		return err
	}
	if !filepath.IsAbs(destination) {
		destination = filepath.Join(s.source, destination)
	}
	if err := publish.Check(destination, s.source, filepath.Join(s.source, "content"), filepath.Join(s.source, "themes")); err != nil {
		return err
	}
	staging, err := publish.Begin(destination, filepath.Join(s.source, ".handrail"))
	if err != nil {
		return err
	}
	defer staging.Abort()
	staging.Overwrite = overwrite
	started := w.clock()
	result, err := s.build(ctx, w, o, func(path string, data []byte, content []string) error {
		return staging.Write(path, data, content...)
	})
	if result == nil || err != nil {
		return err
	}
	if result.Findings, err = r.settle(w, s.source, result.Findings); err != nil {
		return err
	}
	blocked := result.Blocked(r.severity())
	closing := "Nothing was published. " + destination + " is as it was."
	if !blocked {
		if err := staging.Publish(); err != nil {
			return err
		}
		closing = "Published to " + destination + "."
	}
	return r.print(w, s, "build", result, w.clock().Sub(started), closing, blocked)
}
