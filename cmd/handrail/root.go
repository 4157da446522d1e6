package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// shared are the flags that every command has.
type shared struct {
	source  string
	config  string
	quiet   bool
	verbose bool
	color   string
	clock   string
}

// newRoot wires the commands together.
func newRoot(w *world) *cobra.Command {
	s := &shared{}
	root := &cobra.Command{
		Use:   "handrail",
		Short: "Publish a library of stories and guides, checked before anyone reads it",
		Long: `Handrail makes an accessible, plain-language, multilingual site from a folder of
markdown, and refuses to publish what breaks its checks.`,
		Example: `  handrail new site our-library
  handrail serve --source our-library --open
  handrail build --source our-library`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	flags := root.PersistentFlags()
	flags.StringVarP(&s.source, "source", "s", ".", "the site's folder")
	flags.StringVar(&s.config, "config", "handrail.toml", "the configuration, below the site's folder")
	flags.BoolVar(&s.quiet, "quiet", false, "print only what is wrong")
	flags.BoolVar(&s.verbose, "verbose", false, "print notes, too")
	flags.StringVar(&s.color, "color", "auto", "colours: auto, always or never")
	flags.StringVar(&s.clock, "clock", "", "the time to work with, such as 2026-03-01T12:00:00Z")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return s.prepare(w) }
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w; see `%s --help`", err, c.CommandPath())
	})
	root.AddCommand(newBuild(w, s), newHeaders(w, s), newServe(w, s), newCheck(w, s), newAudit(w, s), newNew(w, s), newApprove(w, s), newConsent(w, s), newRevoke(w, s), newPause(w, s), newExplain(w, s), newLanguages(w, s), newMeasure(w), newVersion(w))
	return root
}

// prepare checks the shared flags and sets the clock.
func (s *shared) prepare(w *world) error {
	if !slices.Contains([]string{"auto", "always", "never"}, s.color) {
		return fmt.Errorf("--color is %q; choose auto, always or never", s.color)
	}
	now, err := s.now(w)
	if err != nil {
		return err
	}
	if !now.IsZero() {
		w.clock = func() time.Time { return now }
	}
	return nil
}

// now is the time that --clock or SOURCE_DATE_EPOCH sets, or the zero time.
// https://reproducible-builds.org/specs/source-date-epoch/
func (s *shared) now(w *world) (time.Time, error) {
	if s.clock != "" {
		for _, layout := range []string{time.RFC3339, time.DateOnly} {
			if t, err := time.Parse(layout, s.clock); err == nil {
				return t.UTC(), nil
			}
		}
		return time.Time{}, fmt.Errorf("--clock is %q; write a time such as 2026-03-01T12:00:00Z", s.clock)
	}
	if epoch := lookup(w.env, "SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q; it needs whole seconds since 1970", epoch)
		}
		return time.Unix(seconds, 0).UTC(), nil
	}
	return time.Time{}, nil
}

// colored tells whether to write colours to standard output.
func (s *shared) colored(w *world) bool {
	switch s.color {
	case "always":
		return true
	case "never":
		return false
	}
	file, ok := w.stdout.(*os.File)
	if !ok || lookup(w.env, "NO_COLOR") != "" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// lookup returns a variable of the environment, or nothing.
func lookup(env []string, name string) string {
	for _, entry := range slices.Backward(env) {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}
