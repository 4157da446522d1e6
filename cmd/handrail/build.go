package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/finding"
	"handrail/internal/policy"
	"handrail/internal/publish"
	"handrail/internal/revoke"
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

// building is one build into an output folder.
type building struct {
	options     build.Options
	destination string
	overwrite   bool
}

// buildSite builds and publishes, and prints the report.
func buildSite(ctx context.Context, w *world, s *shared, r *reporting, o build.Options, destination string, overwrite bool) error {
	if err := r.check(); err != nil {
		return err
	}
	if !filepath.IsAbs(destination) {
		destination = filepath.Join(s.source, destination)
	}
	started := w.clock()
	result, published, err := s.publish(ctx, w, building{o, destination, overwrite}, r)
	if result == nil || err != nil {
		return err
	}
	closing := "Nothing was published. " + destination + " is as it was."
	if published {
		closing = "Published to " + destination + "."
	}
	return r.print(w, s, "build", result, w.clock().Sub(started), closing, !published)
}

// publish builds into a staging folder and publishes it when nothing blocks. The
// report settles what blocks; nil for errors alone.
func (s *shared) publish(ctx context.Context, w *world, b building, r *reporting) (result *build.Result, published bool, err error) {
	if err := publish.Check(b.destination, s.source, filepath.Join(s.source, "content"), filepath.Join(s.source, "themes")); err != nil {
		return nil, false, err
	}
	state := filepath.Join(s.source, ".handrail")
	staging, err := publish.Begin(b.destination, state)
	if err != nil {
		return nil, false, err
	}
	defer staging.Abort()
	staging.Overwrite = b.overwrite
	own := s.yielded(w, staging, b.overwrite)
	result, err = s.build(ctx, w, b.options, func(path string, data []byte, content []string) error {
		if own[path] {
			return nil
		}
		return staging.Write(path, data, content...)
	})
	if result == nil || err != nil {
		return result, false, err
	}
	failOn := finding.Error
	if r != nil {
		if result.Findings, err = r.settle(w, s.source, result.Findings); err != nil {
			return result, false, err
		}
		failOn = r.severity()
	}
	if result.Blocked(failOn) {
		return result, false, nil
	}
	for _, file := range revoke.Tombs(state) {
		if _, shown := result.Origins[file]; !shown {
			if err := staging.Write(file, revoke.NeutralPage(file)); err != nil {
				return result, false, err
			}
		}
	}
	staging.Base, staging.Drafts = result.Config.BaseURL, result.Config.Drafts
	return result, true, staging.Publish()
}

// yielded are the files for hosts that a person has written or changed: theirs
// hold more than ours, such as redirects, so they stay.
func (s *shared) yielded(w *world, staging *publish.Staging, overwrite bool) map[string]bool {
	own := map[string]bool{}
	for _, f := range policy.Files {
		if overwrite || !staging.Yield(f.Path) {
			continue
		}
		own[f.Path] = true
		if !s.quiet {
			fmt.Fprintf(w.stderr, "%s in the output folder is yours, so it stays as it is. `handrail headers %s` prints what it should say.\n", f.Path, f.Host)
		}
	}
	return own
}
