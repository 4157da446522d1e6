package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/lang"
	"handrail/internal/parity"
	"handrail/internal/site"
)

func newDone(w *world, s *shared) *cobra.Command {
	var languages []string
	all := false
	c := &cobra.Command{
		Use:   "done ID… --lang LANGUAGE",
		Short: "Say that a translation says what its source says now",
		Long: `Say that a translation says what its source says now. From then on a change of
the source is noticed, paragraph by paragraph. The record is a file in the data
folder, without any words in it; commit it together with the translation.`,
		Example: `  handrail languages done safety --lang es
  handrail languages done --all --lang es,ar`,
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return fmt.Errorf("name the pages that are done, or all of them with --all; see `%s --help`", c.CommandPath())
			}
			read, err := build.Read(c.Context(), s.options(w, build.Options{Drafts: true}))
			if err != nil {
				return err
			}
			chosen, err := chosenLanguages(read, languages)
			if err != nil {
				return err
			}
			pages, err := translationsOf(read, args, chosen)
			if err != nil {
				return err
			}
			return s.record(w, read, pages)
		},
	}
	c.Flags().StringSliceVar(&languages, "lang", nil, "the languages that are done; may be left out where there is only one besides the source")
	c.Flags().BoolVar(&all, "all", false, "every page of these languages")
	return c
}

// chosenLanguages are the languages that a person named, or the only one that
// can be meant.
func chosenLanguages(read *site.Site, named []string) ([]lang.Language, error) {
	if len(named) == 0 && len(read.Languages) == 2 {
		return read.Languages[1:], nil
	}
	if len(named) == 0 {
		return nil, fmt.Errorf("say which language with --lang: %s", strings.Join(read.Config.Languages, ", "))
	}
	var chosen []lang.Language
	for _, tag := range named {
		l, ok := read.Language(tag)
		if !ok {
			return nil, fmt.Errorf("%q is not one of the site's languages: %s", tag, strings.Join(read.Config.Languages, ", "))
		}
		chosen = append(chosen, l)
	}
	return chosen, nil
}

// translationsOf returns the translations of the named pages, or of all pages
// where none is named, in some languages.
func translationsOf(read *site.Site, names []string, languages []lang.Language) ([]*site.Page, error) {
	var found []*site.Page
	if len(names) == 0 {
		for _, p := range read.Pages {
			for _, l := range languages {
				if p.Lang.Tag == l.Tag && p.Translation != nil {
					found = append(found, p)
				}
			}
		}
		return found, nil
	}
	for _, name := range names {
		from, err := onePage(read, name)
		if err != nil {
			return nil, err
		}
		for _, l := range languages {
			p := from.Translations[l.Tag]
			switch {
			case p == nil:
				return nil, fmt.Errorf("%s is not there in %s (%s) yet", from.File.Path, l.Autonym, l.Tag)
			case p == from:
				return nil, fmt.Errorf("%s is the source that the others are translated from; name another language with --lang", p.File.Path)
			}
			found = append(found, p)
		}
	}
	return found, nil
}

// onePage is the source of the page that a person named.
func onePage(read *site.Site, name string) (*site.Page, error) {
	found := read.Named(path.Clean(strings.ReplaceAll(name, `\`, "/")))
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, fmt.Errorf("there is no page called %q; `handrail languages --verbose` lists them", name)
	}
	var paths []string
	for _, p := range found {
		paths = append(paths, p.File.Path)
	}
	return nil, fmt.Errorf("%q can be any of these; name the file: %s", name, strings.Join(paths, ", "))
}

// record writes the records of translations as they are now.
func (s *shared) record(w *world, read *site.Site, pages []*site.Page) error {
	for _, p := range pages {
		from := p.Translation.Source
		r := parity.NewRecord(from.Parts(), p.Parts())
		r.Source, r.Version, r.Changed = from.Lang.Tag, from.Common().Version, from.Common().Changed
		p.Translation.Record = r
		if err := s.keep(read, from, p); err != nil {
			return err
		}
		if !s.quiet {
			fmt.Fprintf(w.stdout, "%s says what %s says. Wrote %s\n", p.File.Path, from.File.Path, read.RecordPath(p))
		}
	}
	return nil
}

// keep writes the record of a page, and the words of its source for the day
// when someone asks what they were.
func (s *shared) keep(read *site.Site, from, p *site.Page) error {
	if err := replace(s.source, read.RecordPath(p), p.Translation.Record.Bytes()); err != nil {
		return err
	}
	words, err := s.words(read, from)
	if err != nil {
		words = parity.Words{} // what cannot be read is written anew
	}
	var records []*parity.Record
	for _, t := range from.Translations {
		if t.Translation != nil && t.Translation.Record != nil {
			records = append(records, t.Translation.Record)
		}
	}
	words.Keep(from.Parts(), records)
	data, err := words.Bytes()
	if err != nil {
		return err
	}
	return replace(s.private(read), wordsFile(from), data)
}

// wordsFile is where the words of a source are kept, in the private folder.
func wordsFile(p *site.Page) string {
	return path.Join("sources", p.Lang.Tag, strings.TrimSuffix(p.Path, path.Ext(p.Path))+".json")
}

// private is the private folder as a path of this machine.
func (s *shared) private(read *site.Site) string {
	dir := filepath.FromSlash(read.Config.PrivateDir)
	if filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join(s.source, dir)
}

// words are what is kept of a source; none where nothing is.
func (s *shared) words(read *site.Site, p *site.Page) (parity.Words, error) {
	data, err := os.ReadFile(filepath.Join(s.private(read), filepath.FromSlash(wordsFile(p))))
	if errors.Is(err, fs.ErrNotExist) {
		return parity.Words{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the kept words of %s: %w", p.File.Path, errors.Unwrap(err))
	}
	return parity.ParseWords(data)
}

// replace writes a file below a folder in one step.
func replace(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of %s: %w", name, errors.Unwrap(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("opening the folder of %s: %w", name, errors.Unwrap(err))
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("making the folder of %s: %w", name, err)
	}
	draft := name + ".tmp"
	if err := root.WriteFile(draft, data, 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := root.Rename(draft, name); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

func newTypo(w *world, s *shared) *cobra.Command {
	all := false
	c := &cobra.Command{
		Use:   "typo ID|FILE:LINE…",
		Short: "Say that a change of the source only mended a mistake",
		Long: `Say that a change of the source only mended a mistake and means the same, so that
the translations stay up to date. Where more than one part of a page has changed,
name the line of the one that you mean.`,
		Example: `  handrail languages typo safety
  handrail languages typo content/en/safety.md:17`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			read, err := build.Read(c.Context(), s.options(w, build.Options{Drafts: true}))
			if err != nil {
				return err
			}
			for _, arg := range args {
				if err := s.typo(w, read, arg, all); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&all, "all", false, "every part of the page that has changed")
	return c
}

// typo takes the words that a source has now into the records of its
// translations.
func (s *shared) typo(w *world, read *site.Site, arg string, all bool) error {
	name, line := arg, 0
	if before, after, ok := strings.Cut(arg, ":"); ok {
		n, err := strconv.Atoi(after)
		if err != nil || n < 1 {
			return fmt.Errorf("%q needs a line after the colon, such as content/en/safety.md:17", arg)
		}
		name, line = before, n
	}
	from, err := onePage(read, name)
	if err != nil {
		return err
	}
	changed := changedParts(read, from)
	if line > 0 {
		changed = nearest(changed, line)
	}
	if len(changed) == 0 {
		return fmt.Errorf("no translation of %s was made from other words than those that are there now, so there is nothing to mark", from.File.Path)
	}
	if len(changed) > 1 && !all {
		var places []string
		for _, at := range changed {
			places = append(places, fmt.Sprintf("%s:%d", from.File.Path, at))
		}
		return fmt.Errorf("%d parts of %s have changed; name the one that had only a mistake in it, or all of them with --all: %s",
			len(changed), from.File.Path, strings.Join(places, ", "))
	}
	for _, l := range read.Languages {
		p := from.Translations[l.Tag]
		if p == nil || p.Translation == nil || p.Translation.Source != from || p.Translation.Record == nil {
			continue
		}
		accepted := 0
		for _, d := range p.Translation.Stale {
			for _, at := range changed {
				if d.Was != "" && d.Now != nil && d.Now.At.Line == at && p.Translation.Record.Accept(d) {
					accepted++
				}
			}
		}
		if accepted == 0 {
			continue
		}
		if err := s.keep(read, from, p); err != nil {
			return err
		}
		if !s.quiet {
			fmt.Fprintf(w.stdout, "%s: marked as a mended mistake in %s. Wrote %s\n", p.File.Path, from.File.Path, read.RecordPath(p))
		}
	}
	return nil
}

// changedParts are the lines of a source where a part begins that has other
// words than some translation was made from.
func changedParts(read *site.Site, from *site.Page) []int {
	var lines []int
	seen := map[int]bool{}
	for _, l := range read.Languages {
		p := from.Translations[l.Tag]
		if p == nil || p.Translation == nil || p.Translation.Source != from {
			continue
		}
		for _, d := range p.Translation.Stale {
			if d.Was != "" && d.Now != nil && !seen[d.Now.At.Line] {
				seen[d.Now.At.Line] = true
				lines = append(lines, d.Now.At.Line)
			}
		}
	}
	return lines
}

// nearest is the part that a line is in: the last one that begins there or
// before.
func nearest(changed []int, line int) []int {
	best := 0
	for _, at := range changed {
		if at <= line && at > best {
			best = at
		}
	}
	if best == 0 {
		return nil
	}
	return []int{best}
}

// recordStarter says that the languages of a new library agree.
func (s *shared) recordStarter(ctx context.Context, w *world, dir string) error {
	there := *s
	there.source, there.config, there.quiet = dir, "handrail.toml", true
	read, err := build.Read(ctx, there.options(w, build.Options{}))
	if err != nil {
		return err
	}
	pages, err := translationsOf(read, nil, read.Languages)
	if err != nil {
		return err
	}
	return there.record(w, read, pages)
}

// recordOne says that a page which was just made says what its source says,
// where it has one.
func (s *shared) recordOne(ctx context.Context, w *world, file string) error {
	there := *s
	there.quiet = true
	read, err := build.Read(ctx, there.options(w, build.Options{}))
	if err != nil {
		return err
	}
	if p := read.ByPath(file); p != nil && p.Translation != nil {
		return there.record(w, read, []*site.Page{p})
	}
	return nil
}
