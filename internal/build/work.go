package build

import (
	"context"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/leak"
	"handrail/internal/private"
	"handrail/internal/render"
	"handrail/internal/site"
)

// work is one build under way.
type work struct {
	options  Options
	site     *site.Site // all that was read
	shown    *site.Site // what readers may see of it
	renderer *render.Renderer
	scanner  *leak.Scanner
	library  *css.Library          // the theme's style sheets
	jobs     map[string]render.Job // by path
	others   *check.Others
	sink     Sink

	mu      sync.Mutex
	result  *Result
	found   []finding.Finding
	crash   error
	written map[string]bool // pictures by path: equal ones have one name
}

// add keeps findings, and the first error that says that something was not
// checked: that a check crashed, or that styles were not read to their end.
func (w *work) add(found []finding.Finding, crash error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found = append(w.found, found...)
	if w.crash == nil {
		w.crash = crash
	}
}

// checkSource runs the checks of the content as it was written.
func (w *work) checkSource(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, page := range w.site.Pages {
		group.Go(func() error {
			w.add(w.options.Checks.Source(w.site, page))
			return ctx.Err()
		})
	}
	group.Go(func() error {
		w.add(w.options.Checks.Site(w.site))
		return ctx.Err()
	})
	return group.Wait()
}

// render makes every file, checks it and hands it on, side by side.
func (w *work) render(ctx context.Context) error {
	jobs := w.renderer.Plan()
	w.jobs = map[string]render.Job{}
	for _, job := range slices.Backward(jobs) {
		w.jobs[job.Path] = job // of two on one address, the first one is made
	}
	w.others = check.NewOthers(func(address string) ([]byte, bool) { return w.at(ctx, address) })
	taken := map[string]bool{}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	done := 0
	for _, job := range jobs {
		if taken[job.Path] {
			continue // two pages on one address: a check has said so
		}
		taken[job.Path] = true
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.file(ctx, job); err != nil {
				return err
			}
			w.mu.Lock()
			done++
			now := done
			w.mu.Unlock()
			if w.options.Progress != nil {
				w.options.Progress(now, len(jobs))
			}
			return nil
		})
	}
	return group.Wait()
}

// file makes one file, checks it and hands it on.
func (w *work) file(ctx context.Context, job render.Job) error {
	data, err := job.Make(ctx)
	if err != nil {
		return err
	}
	pass := check.OutputPass{Site: w.shown, Page: job.Page, Path: job.Path, Data: data, Private: w.leaks(job.Path, data), Policy: w.renderer.Policy(w.options.Preview)}
	if job.HTML {
		if pass.HTML, err = dom.Parse(data); err != nil {
			return fmt.Errorf("reading the finished %s: %w", job.Path, err)
		}
		pass.View = check.NewView(pass.HTML, w.renderer.Path(job.Path), w.library)
		defer pass.View.Done()
		w.others.Join(pass.View)
	}
	w.add(w.options.Checks.Output(pass))
	if job.HTML {
		w.add(nil, pass.View.StylesCut(job.Path))
		data = dom.StripAt(pass.Policy.Seal(data, pass.HTML))
	}
	w.mu.Lock()
	w.result.Files++
	if job.HTML {
		w.result.Pages++
	}
	if job.Page != nil {
		w.result.Origins[job.Path] = job.Page.File.Path
	}
	w.mu.Unlock()
	return w.sink(job.Path, data, job.Content)
}

// at makes the page that answers at a path of the server once more, for a check
// of a page that leads there: no page is kept until another one asks. Of
// anything else it says only that it is there.
func (w *work) at(ctx context.Context, address string) ([]byte, bool) {
	name, ok := strings.CutPrefix(address, w.renderer.Path(""))
	if !ok {
		return nil, false
	}
	for _, candidate := range []string{name, path.Join(name, "index.html")} {
		if job, ok := w.jobs[candidate]; ok && job.HTML {
			data, err := job.Make(ctx)
			return data, err == nil // making the page itself says what is wrong
		} else if ok {
			return nil, true
		}
		w.mu.Lock()
		picture := w.written[candidate]
		w.mu.Unlock()
		if picture {
			return nil, true
		}
	}
	return nil, false
}

// write hands a picture on after looking for private values in it. Equal
// pictures are one file.
func (w *work) write(path string, data []byte, content []string) error {
	w.mu.Lock()
	again := w.written[path]
	w.written[path] = true
	if !again {
		w.result.Files++
	}
	w.mu.Unlock()
	if again {
		return nil
	}
	w.add(w.options.Checks.Output(check.OutputPass{Site: w.shown, Path: path, Data: data, Private: w.leaks(path, data)}))
	return w.sink(path, data, content)
}

// hush takes private values out of what is said about a page: a message quotes
// the writer's words, and those may hold one by mistake. Place and rule stay, so
// the writer still finds it.
func (w *work) hush(findings []finding.Finding) {
	for i := range findings {
		f := &findings[i]
		for _, text := range []*string{&f.Message, &f.Fix, &f.Selector} {
			if len(w.scanner.Scan([]byte(*text))) > 0 || len(w.scanner.Spells(*text)) > 0 {
				*text = "[private]: what is written here holds a private value, so it is not repeated"
			}
		}
	}
}

// leaks are the private values in a finished file and in its address, without
// the values.
func (w *work) leaks(path string, data []byte) []check.PrivateMatch {
	var matches []check.PrivateMatch
	in := map[private.Value]bool{}
	for _, m := range w.scanner.Scan([]byte(path)) {
		in[m.Value] = true
		matches = append(matches, check.PrivateMatch{File: m.Value.File, Key: m.Value.Key, InPath: true})
	}
	for _, v := range w.scanner.Spells(path) {
		if !in[v] && strings.ContainsAny(strings.TrimSpace(v.Reveal()), " -") { // one common word would be found too often
			matches = append(matches, check.PrivateMatch{File: v.File, Key: v.Key, InPath: true})
		}
	}
	for _, m := range w.scanner.Scan(data) {
		matches = append(matches, check.PrivateMatch{File: m.Value.File, Key: m.Value.Key, Offset: m.Offset})
	}
	return matches
}
