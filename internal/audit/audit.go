// Package audit looks at a finished site, whoever made it, with the checks that
// need only HTML and CSS.
//
// No browser is started and no script is run: what only a browser or a person
// could decide is said to need one, and never counts as passed.
package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// Options say what to look at.
type Options struct {
	Paths  []string // folders, or single pages
	Checks *check.Set
}

// A Result is what was found. Files are named as seen from the folder that was
// asked about, or from the folder of the page.
type Result struct {
	Findings []finding.Finding
	Pages    int // that were looked at to the end
	// Unchecked says of what could not be looked at why, sorted. Nothing of it
	// counts as passed.
	Unchecked []error
}

// Run looks at every page of the paths. An error means that there was nothing to
// look at, or that ctx ended; what single pages could not be looked at for is in
// the result, beside what the others showed.
func Run(ctx context.Context, o Options) (*Result, error) {
	type end struct {
		result *Result
		err    error
	}
	ended := make(chan end, 1)
	go func() {
		result, err := run(ctx, o)
		ended <- end{result, err}
	}()
	// A check in the midst of a large page cannot be stopped, but nobody has to
	// wait for it.
	select {
	case e := <-ended:
		return e.result, e.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func run(ctx context.Context, o Options) (*Result, error) {
	result := &Result{}
	for _, p := range o.Paths {
		if err := one(ctx, o.Checks, p, result); err != nil {
			return nil, err
		}
	}
	if result.Pages == 0 && len(result.Unchecked) == 0 {
		return nil, fmt.Errorf("no page was found at %s; name a folder that holds .html files", strings.Join(o.Paths, ", "))
	}
	finding.Sort(result.Findings)
	slices.SortFunc(result.Unchecked, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	result.Unchecked = slices.CompactFunc(result.Unchecked, func(a, b error) bool { return a.Error() == b.Error() })
	return result, nil
}

// one looks at a folder or at a page.
func one(ctx context.Context, checks *check.Set, p string, result *Result) error {
	info, err := os.Stat(p)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", p, errors.Unwrap(err))
	}
	dir, files := p, []string(nil)
	if !info.IsDir() {
		dir, files = filepath.Dir(p), []string{filepath.Base(p)}
	}
	folder, err := source.OpenFolder(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	s := &site{folder: folder, checks: checks, result: result}
	if files == nil {
		var failed []error
		files, failed = pages(folder)
		result.Unchecked = append(result.Unchecked, failed...)
	}
	s.library = css.NewLibrary(s.sheet)
	s.others = check.NewOthers(s.at)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			s.page(name)
			return nil
		})
	}
	return group.Wait()
}

// site is a folder that is being looked at.
type site struct {
	folder  *source.Folder
	checks  *check.Set
	library *css.Library
	others  *check.Others
	large   sync.Mutex // held by the one large page that is in memory

	mu     sync.Mutex
	result *Result
}

// page looks at one page.
func (s *site) page(name string) {
	f, err := s.read(name, maxPage, "page")
	if err != nil {
		s.fail(err)
		return
	}
	if len(f.Data) > largePage {
		s.large.Lock()
		defer s.large.Unlock()
	}
	if n := tags(f.Data); n > maxTags {
		s.fail(fmt.Errorf("%s has %d tags: a page of more than %d is not looked at, and what is not looked at cannot be passed; divide it into several", name, n, maxTags))
		return
	}
	html, err := dom.Parse(f.Data)
	if err != nil {
		s.fail(fmt.Errorf("reading %s: %w", name, err))
		return
	}
	view := check.NewView(html, "/"+name, s.library)
	defer view.Done()
	s.others.Join(view)
	found, err := s.checks.Output(check.OutputPass{Path: name, Data: f.Data, HTML: html, View: view})
	if err != nil {
		s.fail(err)
	}
	if err := view.StylesCut(name); err != nil {
		s.fail(err)
	}
	found = s.checks.SilencePage(name, f.Data, html, found)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.result.Pages++
	s.result.Findings = append(s.result.Findings, found...)
}

// fail notes what could not be looked at.
func (s *site) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.result.Unchecked = append(s.result.Unchecked, err)
}

// at reads the page that answers at a path, as servers look for it. Of anything
// else it says only that it is there.
func (s *site) at(address string) ([]byte, bool) {
	name, ok := local("/", (&url.URL{Path: address}).EscapedPath())
	if !ok {
		return nil, false
	}
	for _, candidate := range []string{name, path.Join(name, "index.html"), name + ".html"} {
		info, err := fs.Stat(s.folder.FS(), candidate)
		if err != nil || info.IsDir() {
			continue
		}
		if !isPage(candidate) {
			return nil, true
		}
		f, err := s.read(candidate, maxPage, "page")
		if err != nil {
			s.fail(err)
			return nil, true
		}
		return f.Data, true
	}
	return nil, false
}

// sheet reads a style sheet of the folder. One that is there and can't be read
// leaves the pages that use it unchecked.
func (s *site) sheet(address string) ([]byte, bool) {
	name, ok := local("/", address)
	if !ok {
		return nil, false
	}
	f, err := s.read(name, maxSheet, "style sheet")
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			s.fail(err)
		}
		return nil, false
	}
	return f.Data, true
}

// local is the path below the folder that an address means, if it means one.
func local(base, address string) (string, bool) {
	from, err := url.Parse(base)
	if err != nil {
		return "", false
	}
	to, err := url.Parse(address)
	if err != nil || to.Scheme != "" || to.Host != "" {
		return "", false
	}
	name := strings.TrimPrefix(path.Clean(from.ResolveReference(to).Path), "/")
	if name == "" {
		name = "."
	}
	return name, fs.ValidPath(name)
}
