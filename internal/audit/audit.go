// Package audit looks at a finished site, whoever made it, with the checks that
// need only HTML and CSS.
//
// No browser is started and no script is run: what only a browser or a person
// could decide is said to need one, and never counts as passed.
package audit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
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
	Pages    int
}

// maxFile is the largest page or style sheet that is read, in bytes.
const maxFile = 32 << 20

// Run looks at every page of the paths. An error means that something could
// not be looked at: it never counts as passed.
func Run(ctx context.Context, o Options) (*Result, error) {
	result := &Result{}
	for _, p := range o.Paths {
		if err := one(ctx, o.Checks, p, result); err != nil {
			return result, err
		}
	}
	if result.Pages == 0 {
		return result, fmt.Errorf("no page was found at %s; name a folder that holds .html files", strings.Join(o.Paths, ", "))
	}
	finding.Sort(result.Findings)
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
	if files == nil {
		if files, err = pages(folder); err != nil {
			return err
		}
	}
	s := &site{folder: folder, checks: checks, result: result, library: css.NewLibrary(func(address string) ([]byte, bool) {
		return sheet(folder, address)
	})}
	s.others = check.NewOthers(s.at)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return s.page(name)
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

	mu     sync.Mutex
	result *Result
}

// page looks at one page.
func (s *site) page(name string) error {
	f, err := s.folder.Read(name, maxFile)
	if err != nil {
		return fmt.Errorf("%w; what cannot be read cannot be passed", err)
	}
	html, err := dom.Parse(f.Data)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	view := check.NewView(html, "/"+name, s.library)
	defer view.Done()
	s.others.Join(view)
	found, err := s.checks.Output(check.OutputPass{Path: name, Data: f.Data, HTML: html, View: view})
	found = s.checks.SilencePage(name, f.Data, html, found)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.result.Pages++
	s.result.Findings = append(s.result.Findings, found...)
	return err
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
		if f, err := s.folder.Read(candidate, maxFile); err == nil {
			return f.Data, true
		}
	}
	return nil, false
}

// sheet reads a style sheet of the folder.
func sheet(folder *source.Folder, address string) ([]byte, bool) {
	name, ok := local("/", address)
	if !ok {
		return nil, false
	}
	f, err := folder.Read(name, maxFile)
	if err != nil {
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
