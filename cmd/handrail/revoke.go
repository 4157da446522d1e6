package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/approval"
	"handrail/internal/build"
	"handrail/internal/fields"
	"handrail/internal/lang"
	"handrail/internal/manifest"
	"handrail/internal/revoke"
)

// removing is what the flags of revoke and pause say.
type removing struct {
	langs       []string
	answer      string
	destination string
	undo        bool
}

func newRevoke(w *world, s *shared) *cobra.Command {
	r := &removing{}
	c := &cobra.Command{
		Use:   "revoke ID",
		Short: "Take one piece out of everything, at once",
		Long: `Takes a piece out of the output folder in all its languages, with every trace in lists, feeds,
the sitemap and other pages, and keeps it out of every later build. It needs no network, no working
configuration and no working theme. Where the site can still be built, it is built again;
other edits that were made since the last build are then published, too.

It writes draft letters, and every address that was ever published, into .handrail/revoked/ID,
and says what it cannot undo.`,
		Example: `  handrail revoke s-7kq2
  handrail revoke s-7kq2 --lang es --answer neutral`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return takeOut(c.Context(), w, s, r, args[0], approval.Revoked)
		},
	}
	r.flags(c, revoke.Gone)
	return c
}

func (r *removing) flags(c *cobra.Command, usual string) {
	flags := c.Flags()
	flags.StringSliceVar(&r.langs, "lang", nil, "only this language; all where it is not given")
	flags.StringVar(&r.answer, "answer", usual, "what its addresses answer: "+strings.Join(revoke.Answers(), ", "))
	flags.StringVarP(&r.destination, "destination", "d", "", "one more output folder, where it lies outside the site's folder")
}

// takeOut removes a piece, builds again where that works, and says what is left.
func takeOut(ctx context.Context, w *world, s *shared, r *removing, id string, state approval.State) error {
	request, err := r.request(w, s, id, state)
	if err != nil {
		return err
	}
	config, broken := build.Configuration(build.Options{Source: s.source, ConfigFile: s.config, Env: w.env, Checks: checks()})
	if broken == nil && config.PrivateDir != approval.Private {
		if records, err := approval.Open(s.source, config.PrivateDir).Read(); err == nil {
			for _, rec := range records.All() {
				if rec.Content == id {
					request.Known = append(request.Known, rec.Lang)
				}
			}
		}
	}
	report, err := revoke.Run(request)
	if unknown, ok := errors.AsType[*revoke.Unknown](err); ok {
		return unknownPiece(s, unknown)
	}
	if err != nil {
		return err
	}
	var wrong []string
	switch {
	case broken != nil:
		fmt.Fprintln(w.stderr, "The configuration cannot be read, so the usual folders were used: .handrail and public, and every output folder that .handrail knows.")
	case config.PrivateDir != approval.Private:
		if err := revoke.SetState(s.source, config.PrivateDir, id, report.Langs, state); err != nil {
			wrong = append(wrong, "the private folder of the configuration: "+err.Error())
		} else if state == approval.Revoked {
			if err := revoke.ForgetWords(s.source, config.PrivateDir, id, report.Langs, report.Sources); err != nil {
				wrong = append(wrong, err.Error())
			}
		}
	}
	r.tell(w.stdout, s, report, id, state)
	if report.Unstated != nil {
		wrong = append(wrong, "that it was taken back could not be written down, so the next build may show it again: "+report.Unstated.Error())
	}
	wrong = append(wrong, report.Problems...)
	left := false
	for _, o := range report.Outputs {
		wrong = append(wrong, o.Problems...)
		if len(o.Problems) == 0 && report.Unstated == nil {
			s.again(ctx, w, o)
		}
		left = left || len(o.Left) > 0
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%s; run the same command again when that is mended", strings.Join(wrong, "; "))
	}
	r.remains(w.stdout, report, id, state)
	if left {
		return errFound
	}
	return nil
}

// request makes of the flags what is to be done.
func (r *removing) request(w *world, s *shared, id string, state approval.State) (revoke.Request, error) {
	request := revoke.Request{Site: s.source, ID: id, State: state, Answer: r.answer, Random: w.random, Today: w.clock()}
	if !slices.Contains(revoke.Answers(), r.answer) {
		return request, fmt.Errorf("--answer is %q; choose one of: %s", fields.Shown(r.answer), strings.Join(revoke.Answers(), ", "))
	}
	for _, tag := range r.langs {
		l, err := lang.Parse(tag)
		if err != nil {
			return request, fmt.Errorf("--lang is %q; write the tag of a language, such as es", fields.Shown(tag))
		}
		request.Langs = append(request.Langs, l.Tag)
	}
	if info, err := os.Stat(s.source); err != nil || !info.IsDir() {
		return request, fmt.Errorf("there is no folder %s; name the site's folder with --source", s.source)
	}
	if r.destination != "" {
		dest := r.destination
		if !filepath.IsAbs(dest) {
			dest = filepath.Join(s.source, dest)
		}
		request.Dests = []string{dest}
	}
	return request, nil
}

// unknownPiece says that an id is not known, and which one may be meant.
func unknownPiece(s *shared, unknown *revoke.Unknown) error {
	var known []string
	state := filepath.Join(s.source, approval.Private)
	history, err := manifest.ReadHistory(state)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		history = nil
	}
	for id := range history {
		known = append(known, id)
	}
	slices.Sort(known)
	near := ""
	if n := fields.Nearest(unknown.ID, known); n != "" {
		near = fmt.Sprintf(" Did you mean %s?", n)
	}
	return fmt.Errorf("%w; nothing was changed. The id stands at the top of its file.%s", unknown, near)
}

// tell says what was done.
func (r *removing) tell(out io.Writer, s *shared, report *revoke.Report, id string, state approval.State) {
	if s.quiet {
		return
	}
	what := "taken back"
	if state == approval.Paused {
		what = "paused"
	}
	if report.Unstated == nil {
		fmt.Fprintf(out, "%s is %s in: %s. No build shows it any more.\n", id, what, strings.Join(report.Langs, ", "))
	}
	for _, o := range report.Outputs {
		fmt.Fprintf(out, "%s: %d files removed, %d files without their traces of it.\n", shownFolder(s, o.Dest), len(o.Removed), len(o.Cut))
		for _, f := range o.TakenOut {
			fmt.Fprintf(out, "  taken out whole until the next build, since it could not be cut: %s\n", f)
		}
		for _, f := range o.Left {
			fmt.Fprintf(out, "  still holds a sentence, a picture or an address of it: %s\n", f)
		}
		if len(o.Left) == 0 && len(o.Problems) == 0 {
			fmt.Fprintln(out, "  Looked through all files: none holds any of its sentences, pictures or addresses.")
		}
	}
	if report.Outside > 0 && r.destination == "" {
		fmt.Fprintln(out, "There is an output folder outside the site's folder. Run the command again, and name it with --destination.")
	}
}

// shownFolder names an output folder as the person would.
func shownFolder(s *shared, dest string) string {
	if below, ok := from(s.source, dest); ok {
		return below
	}
	return dest
}

// remains says what no program can undo, and where the rest lies.
func (r *removing) remains(out io.Writer, report *revoke.Report, id string, state approval.State) {
	if state == approval.Paused {
		fmt.Fprintf(out, "To bring it back: handrail pause %s --undo\n", id)
		return
	}
	fmt.Fprintln(out, "\nWhat this could not undo:")
	for _, line := range report.Remains() {
		fmt.Fprintln(out, "  - "+line)
	}
	fmt.Fprintf(out, "\nThe addresses that were ever published (%d) and draft letters: .handrail/revoked/%s\n", len(report.Addresses), id)
	if r.answer == revoke.Gone {
		fmt.Fprintln(out, "Lines that make a server answer that it is gone: .handrail/revoked/hosts")
	}
}

// again builds the rest of the library afresh, as it was built last. Where that
// does not work, what was cut stays as it is.
func (s *shared) again(ctx context.Context, w *world, o revoke.Output) {
	say := func(reason string) {
		fmt.Fprintf(w.stderr, "The library was not built again, because %s. What was removed stays removed. Lists may have gaps until `handrail build` works.\n", reason)
	}
	state := filepath.Join(s.source, approval.Private)
	b := building{destination: o.Dest}
	if key, ok := from(s.source, o.Dest); ok {
		m, err := manifest.Read(manifest.Place(state, key))
		if err != nil || len(m.Files) == 0 {
			say("nothing is known about the build before")
			return
		}
		b.options = build.Options{BaseURL: m.Base, Drafts: m.Drafts}
	}
	result, published, err := s.publish(ctx, w, b, nil)
	switch {
	case err != nil:
		say(strings.TrimSuffix(err.Error(), "."))
	case !published:
		say(fmt.Sprintf("%d problems block it; see `handrail check`", blocking(result)))
	case !s.quiet:
		fmt.Fprintf(w.stdout, "%s: built again without it. Other edits since the last build are published with it.\n", shownFolder(s, o.Dest))
	}
}

func blocking(result *build.Result) int {
	n := 0
	for _, f := range result.Findings {
		if f.Severity == "error" {
			n++
		}
	}
	return n
}
