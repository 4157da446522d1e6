package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/approval"
	"handrail/internal/build"
	"handrail/internal/revoke"
)

func newPause(w *world, s *shared) *cobra.Command {
	r := &removing{}
	c := &cobra.Command{
		Use:   "pause ID",
		Short: "Take one piece out for a while",
		Long: `Does what revoke does, but can be undone: the approval stays as it is, and nothing is forgotten.
With --undo the piece comes back with the next build, if its approval still holds.`,
		Example: `  handrail pause s-7kq2
  handrail pause s-7kq2 --undo`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if r.undo {
				return resume(w, s, r, args[0])
			}
			return takeOut(c.Context(), w, s, r, args[0], approval.Paused)
		},
	}
	r.flags(c, revoke.None)
	c.Flags().BoolVar(&r.undo, "undo", false, "end the pause")
	return c
}

// resume ends a pause. It needs a configuration that can be read: a piece must
// not come back because nobody could look into every private folder.
func resume(w *world, s *shared, r *removing, id string) error {
	request, err := r.request(w, s, id, approval.Active)
	if err != nil {
		return err
	}
	config, err := build.Configuration(build.Options{Source: s.source, ConfigFile: s.config, Env: w.env, Checks: checks()})
	if err != nil {
		return err
	}
	var lifted []string
	for _, private := range slices.Compact([]string{config.PrivateDir, approval.Private}) {
		tags, err := revoke.Resume(s.source, private, id, request.Langs)
		if err != nil {
			return err
		}
		lifted = append(lifted, tags...)
	}
	if len(lifted) == 0 {
		return fmt.Errorf("%s is not paused, so there is nothing to undo", id)
	}
	slices.Sort(lifted)
	if len(request.Langs) == 0 {
		if err := revoke.Forget(s.source, id); err != nil {
			return fmt.Errorf("removing %s: %w", filepath.Join(approval.Private, "revoked", id), err)
		}
	}
	if !s.quiet {
		fmt.Fprintf(w.stdout, "The pause of %s is over in: %s. The next `handrail build` shows it, if its approval still holds.\n", id, strings.Join(slices.Compact(lifted), ", "))
	}
	return nil
}
