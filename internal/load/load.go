// Package load turns a folder of files into a site.
//
// It reads every page once, side by side, and never gives up on the first
// broken one: what is wrong with a file is a problem of the site, and the rest
// of the library is still loaded, so that a writer sees everything at once.
package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"handrail/internal/config"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/private"
	"handrail/internal/site"
	"handrail/internal/source"
)

// Loaded is a site, and beside it what no page may show.
type Loaded struct {
	Site    *site.Site
	Private []private.Value
}

// Site loads the content and data of a site folder whose configuration has
// been read. An error means that the folder could not be read at all.
func Site(ctx context.Context, folder *source.Folder, c *config.Config) (*Loaded, error) {
	l := &loader{folder: folder, config: c, site: &site.Site{
		Config: c, Pictures: map[string]*site.Picture{}, Files: map[string]*source.File{},
	}}
	for _, tag := range c.Languages {
		language, err := lang.Parse(tag)
		if err != nil {
			return nil, fmt.Errorf("the language %q of the configuration: %w", tag, err)
		}
		l.site.Languages = append(l.site.Languages, language)
	}
	files, odd, err := folder.List(c.ContentDir)
	if err != nil {
		return nil, err
	}
	l.oddities(odd)
	if err := l.pages(ctx, l.sortOut(files)); err != nil {
		return nil, err
	}
	if err := l.tracking(); err != nil {
		return nil, err
	}
	if err := l.terms(); err != nil {
		return nil, err
	}
	if err := l.attach(ctx); err != nil {
		return nil, err
	}
	if err := l.held(); err != nil {
		return nil, err
	}
	l.site.Freeze()
	if err := l.pictures(ctx); err != nil {
		return nil, err
	}
	return &Loaded{Site: l.site, Private: l.private}, nil
}

type loader struct {
	folder   *source.Folder
	config   *config.Config
	site     *site.Site
	private  []private.Value
	pictured map[string]bool // paths of all picture files
	records  []string        // paths of the records of translations
}

// A contentFile is a markdown file and the language whose folder it is in.
type contentFile struct {
	path, below string // below the language's folder
	lang        lang.Language
}

// sortOut keeps the markdown files of the site's languages, notes the
// pictures, and says which folders belong to no language.
func (l *loader) sortOut(files []string) []contentFile {
	l.pictured = map[string]bool{}
	alone := l.oneLanguage(files)
	var found []contentFile
	strangers := map[string]bool{}
	for _, file := range files {
		if within(file, l.config.DataDir) {
			continue
		}
		if !isMarkdown(file) {
			l.pictured[file] = true
			l.site.PictureFiles = append(l.site.PictureFiles, file)
			continue
		}
		below := strings.TrimPrefix(strings.TrimPrefix(file, l.config.ContentDir), "/")
		if alone {
			found = append(found, contentFile{file, below, l.site.Languages[0]})
			continue
		}
		tag, rest, inFolder := strings.Cut(below, "/")
		if language, ok := l.site.Language(tag); ok && inFolder {
			found = append(found, contentFile{file, rest, language})
		} else if !strangers[tag] {
			strangers[tag] = true
			l.stranger(file, tag, inFolder)
		}
	}
	return found
}

// oneLanguage tells a folder that has no language folders at all: one made for
// another generator, read as the default language.
func (l *loader) oneLanguage(files []string) bool {
	return !slices.ContainsFunc(files, func(file string) bool {
		below := strings.TrimPrefix(strings.TrimPrefix(file, l.config.ContentDir), "/")
		tag, _, _ := strings.Cut(below, "/")
		_, ok := l.site.Language(tag)
		return ok
	})
}

func (l *loader) stranger(file, tag string, inFolder bool) {
	problem := finding.Problem{At: source.Place{Path: file}, Rule: "source/language-folder",
		Message: "this file is not in the folder of a language, so it is not part of the site",
		Fix:     "Move it into a language's folder, such as " + path.Join(l.config.ContentDir, l.site.Default().Tag) + "."}
	if inFolder {
		problem.Message = fmt.Sprintf("the folder %q is not one of the site's languages (%s), so it is left out", tag, strings.Join(l.config.Languages, ", "))
		problem.Fix = "Add it to `languages` in the configuration, or move its files."
	}
	l.site.Problems = append(l.site.Problems, problem)
}

// pages reads and parses the files side by side.
func (l *loader) pages(ctx context.Context, files []contentFile) error {
	read, err := sideBySide(ctx, files, l.page)
	if err != nil {
		return err
	}
	for _, p := range read {
		l.site.Problems = append(l.site.Problems, p.problems...)
		l.private = append(l.private, p.private...)
		if p.file != nil {
			l.site.Files[p.file.Path] = p.file
		}
		if p.page != nil && (!p.page.Common().Draft || l.config.Drafts) {
			l.site.Pages = append(l.site.Pages, p.page)
		}
	}
	return nil
}

// sideBySide does the same to each thing of a list, in parallel, and keeps
// their order. The first error ends it.
func sideBySide[T, R any](ctx context.Context, list []T, do func(T) (R, error)) ([]R, error) {
	done := make([]R, len(list))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, one := range list {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			done[i], err = do(one)
			return err
		})
	}
	return done, group.Wait()
}

// text reads a text file; one that is too large is a problem of the site.
func (l *loader) text(name string) (*source.File, []finding.Problem, error) {
	f, err := l.folder.Read(name, source.MaxText)
	switch {
	case errors.Is(err, source.ErrTooLarge):
		return nil, []finding.Problem{{At: source.Place{Path: name}, Rule: "source/too-large",
			Message: fmt.Sprintf("this file is larger than %d MB, so it was not read", source.MaxText>>20),
			Fix:     "Split it into several pages. Nobody on a phone can read one that long."}}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("%w; it was there a moment ago", err)
	}
	return f, nil, err
}

// oddities says which entries of the folder were not read.
func (l *loader) oddities(odd []source.Oddity) {
	for _, o := range odd {
		problem := finding.Problem{At: source.Place{Path: o.Path}}
		switch o.Kind {
		case source.Symlink:
			problem.Rule = "source/symlink"
			problem.Message = "this is a link to another place on the disk, so it was not read"
			problem.Fix = "Put the file itself here. A link can lead to something that is not meant to be public."
		case source.Irregular:
			problem.Rule = "source/symlink"
			problem.Message = "this is not an ordinary file, so it was not read"
			problem.Fix = "Remove it from the content folder."
		case source.ReservedName:
			problem.Rule = "source/file-name"
			problem.Message = "this name cannot be written on every computer, so it was not read"
			problem.Fix = "Choose a name of letters, digits and hyphens, and not a name such as con, aux or nul."
		case source.CaseClash:
			problem.Rule = "source/case-clash"
			problem.Message = fmt.Sprintf("this name differs from %s only in capital letters, and many computers hold them to be the same file", o.Other)
			problem.Fix = "Give one of them another name."
		}
		l.site.Problems = append(l.site.Problems, problem)
	}
}

func isMarkdown(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return ext == ".md" || ext == ".markdown"
}

func within(file, folder string) bool {
	return folder != "" && (file == folder || strings.HasPrefix(file, folder+"/"))
}
