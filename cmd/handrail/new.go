package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/config"
	"handrail/internal/source"
	"handrail/internal/starter"
)

func newNew(w *world, s *shared) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Start a library, or a file of one",
		Example: `  handrail new site our-library --lang en,es
  handrail new story "The packing shed"`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("say what is new: site, story, workbook, guide, event, term or page; see `%s --help`", c.CommandPath())
		},
	}
	var languages []string
	site := &cobra.Command{
		Use:     "site NAME",
		Short:   "Start a library in a folder of that name",
		Example: "  handrail new site our-library --lang en,es",
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return newSite(c.Context(), w, s, args[0], languages) },
	}
	site.Flags().StringSliceVar(&languages, "lang", []string{"en"}, "its languages, the first one the default: "+strings.Join(starter.Languages(), ", "))
	c.AddCommand(site)
	for name, example := range map[string]string{
		"story": "The packing shed", "workbook": "Before you say yes", "guide": "Harm and repair",
		"event": "Hosting a panel", "term": "own words", "page": "Who we are",
	} {
		language := ""
		piece := &cobra.Command{
			Use:     name + " NAME",
			Short:   "Start a new " + name,
			Example: fmt.Sprintf("  handrail new %s %q", name, example),
			Args:    cobra.ExactArgs(1),
			RunE: func(c *cobra.Command, args []string) error {
				return newPiece(c.Context(), w, s, name, args[0], language)
			},
		}
		piece.Flags().StringVar(&language, "lang", "", "the language; the site's default where it is not given")
		c.AddCommand(piece)
	}
	return c
}

// newSite writes a new library. The folder must be empty or not there yet.
func newSite(ctx context.Context, w *world, s *shared, name string, languages []string) error {
	dir := name
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(s.source, name)
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is there already and not empty; choose another name", dir)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s cannot be used: %w", dir, err)
	}
	made, err := starter.Site(starter.Start{Title: titled(filepath.Base(name)), Languages: languages, Month: w.clock().Format("2006-01")})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	if err := write(dir, made); err != nil {
		return err
	}
	if len(languages) > 1 {
		if err := s.recordStarter(ctx, w, dir); err != nil {
			return err
		}
	}
	if !s.quiet {
		fmt.Fprintf(w.stdout, "Your library is in %s.\nLook at it with: handrail serve --source %s --open\n", dir, dir)
	}
	return nil
}

// newPiece writes a new file of content into the site.
func newPiece(ctx context.Context, w *world, s *shared, kindName, title, language string) error {
	folder, err := source.OpenFolder(s.source)
	if err != nil {
		return fmt.Errorf("%w; name the site's folder with --source", err)
	}
	defer folder.Close()
	f, err := folder.Read(s.config, source.MaxText)
	if err != nil {
		return fmt.Errorf("there is no %s in %s; start a site with `handrail new site NAME`, or name its folder with --source", s.config, s.source)
	}
	c, problems := config.Load(f, w.env)
	if len(problems) > 0 {
		return fmt.Errorf("%s:%d:%d: %s", problems[0].At.Path, problems[0].At.Line, problems[0].At.Col, problems[0].Message)
	}
	if language == "" {
		language = c.Languages[0]
	}
	if !slices.Contains(c.Languages, language) {
		return fmt.Errorf("%q is not one of the site's languages: %s", language, strings.Join(c.Languages, ", "))
	}
	start := starter.Start{Title: title, ID: starter.ID(title), Lang: language, Month: w.clock().Format("2006-01")}
	if isStatement(kindName, title) {
		return newStatement(ctx, w, s, c.ContentDir, start)
	}
	if kindName == "story" {
		random := make([]byte, 4)
		if _, err := rand.Read(random); err != nil {
			return fmt.Errorf("choosing an id: %w", err)
		}
		start.ID = starter.StoryID(random)
	}
	if start.ID == "" {
		return fmt.Errorf("an address is made from the name, and %q has none of the letters a to z; give a name that has, and change the title in the file", title)
	}
	if kindName == "term" {
		return newTerm(w, s, c.ContentDir, start)
	}
	made, err := starter.Piece(kindName, start)
	if err != nil {
		return err
	}
	for i := range made {
		made[i].Path = path.Join(c.ContentDir, made[i].Path)
	}
	return s.writeNew(w, made)
}

// writeNew writes files that must not be there yet, and says so.
func (s *shared) writeNew(w *world, made []starter.File) error {
	if err := write(s.source, made); err != nil {
		return err
	}
	for _, f := range made {
		if !s.quiet {
			fmt.Fprintf(w.stdout, "Wrote %s\n", f.Path)
		}
	}
	return nil
}

// newTerm adds a term to the glossary, or starts one.
func newTerm(w *world, s *shared, contentDir string, start starter.Start) error {
	name := path.Join(contentDir, start.Lang, "glossary.md")
	file := filepath.Join(s.source, filepath.FromSlash(name))
	before, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		made, err := starter.Glossary(start)
		if err != nil {
			return err
		}
		made.Path = name
		return s.writeNew(w, []starter.File{made})
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	end := bytes.LastIndex(before, []byte("\n+++"))
	if !bytes.HasPrefix(before, []byte("+++")) || end < 3 {
		return fmt.Errorf("%s does not start with TOML between +++ lines, so the term cannot be added to it; add it by hand", name)
	}
	term, err := starter.Term(start)
	if err != nil {
		return err
	}
	after := slices.Concat(before[:end+1], []byte("\n"), bytes.TrimSpace(term), []byte("\n"), before[end+1:])
	if err := os.WriteFile(file, after, 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if !s.quiet {
		fmt.Fprintf(w.stdout, "Added %q to %s\n", start.ID, name)
	}
	return nil
}

// write writes new files below a folder and never over one that is there.
func write(dir string, made []starter.File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("opening %s: %w", dir, err)
	}
	defer root.Close()
	for _, f := range made {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return fmt.Errorf("making the folder of %s: %w", f.Path, err)
		}
		out, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s is there already; choose another name, or edit it", f.Path)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
		_, err = out.Write(f.Data)
		if err = errors.Join(err, out.Close()); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	return nil
}

// titled makes a title of a folder's name: "our-library" is "Our library".
func titled(name string) string {
	words := strings.NewReplacer("-", " ", "_", " ").Replace(name)
	if words == "" {
		return name
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
