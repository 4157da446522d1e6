// Package serve is the writers' preview: the site as it would be built, kept
// up to date while a person writes, with what is wrong shown on the page.
//
// It keeps finished pages in memory and never writes to the output folder. It
// answers this machine only, and only to a browser that asked for it by name:
// words that nobody has approved yet must not be readable by another website
// that happens to be open.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"time"

	"handrail/internal/build"
	"handrail/internal/finding"
)

// Options say what to serve, and how.
type Options struct {
	Build    build.Options
	Bind     string // an address of this machine
	Port     int    // 0 picks a free one
	Open     bool   // opens a browser
	Navigate bool   // leads the browser to the page that was changed
	Poll     bool   // looks at the files twice a second, where the system cannot tell
	Log      io.Writer
}

// Run serves until the context ends.
func Run(ctx context.Context, o Options) error {
	ip := net.ParseIP(o.Bind)
	if o.Bind == "localhost" {
		ip = net.IPv4(127, 0, 0, 1)
	}
	if ip == nil || !ip.IsLoopback() {
		return fmt.Errorf("--bind is %q; the preview shows words that are not approved yet, so it answers this machine only: use 127.0.0.1 or ::1", o.Bind)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort(ip.String(), strconv.Itoa(o.Port)))
	if err != nil {
		return fmt.Errorf("port %d cannot be used, perhaps because another preview runs; stop that one, or choose a port with --port (0 picks a free one)", o.Port)
	}
	defer listener.Close()
	address := "http://" + listener.Addr().String() + "/"
	o.Build.BaseURL, o.Build.Drafts, o.Build.Preview = address, true, true
	s := &server{options: o, hosts: names(listener.Addr().(*net.TCPAddr)), listeners: map[chan string]bool{}}
	watch := s.watch()
	if err := s.rebuild(ctx, nil); err != nil {
		return err
	}
	web := &http.Server{Handler: s.guard(s.mux()), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	done := make(chan error, 2)
	go func() { done <- web.Serve(listener) }()
	go func() { done <- watch(ctx) }()
	fmt.Fprintf(o.Log, "The preview is at %s (stop it with Ctrl+C)\n", address)
	if o.Open {
		if err := openBrowser(ctx, address); err != nil {
			fmt.Fprintln(o.Log, "No browser could be opened; open the address above yourself.")
		}
	}
	select {
	case <-ctx.Done():
		return web.Close()
	case err := <-done:
		if errors.Is(err, http.ErrServerClosed) || ctx.Err() != nil {
			return nil
		}
		return err
	}
}

// server holds the last build and the browsers that listen for the next one.
type server struct {
	options Options
	hosts   []string

	mu        sync.RWMutex
	pages     map[string]page // by path below the site
	findings  []finding.Finding
	failure   string // why the last build could not be done at all
	built     int    // counts builds, also those that failed
	latest    string // the address that the last one was about
	listeners map[chan string]bool
}

// A page is a finished file and the content file it was made from.
type page struct {
	data   []byte
	origin string
	stale  bool // as it was before its content broke
}

// rebuild builds the site again. When it cannot be done, the pages stay as
// they were and say why; only the first build may fail.
func (s *server) rebuild(ctx context.Context, changed []string) error {
	started := time.Now()
	pages := map[string]page{}
	var mu sync.Mutex
	result, err := build.Run(ctx, s.options.Build, func(path string, data []byte, _ []string) error {
		mu.Lock()
		defer mu.Unlock()
		pages[path] = page{data: data}
		return nil
	})
	if ctx.Err() != nil {
		return nil
	}
	s.mu.Lock()
	s.built++
	if err != nil {
		s.failure = err.Error()
		first := s.pages == nil
		s.mu.Unlock()
		if first {
			return err
		}
		fmt.Fprintln(s.options.Log, "handrail:", err)
		s.tell("")
		return nil
	}
	for path, p := range pages {
		p.origin = result.Origins[path]
		pages[path] = p
	}
	s.keepBroken(pages, result.Findings)
	s.pages, s.findings, s.failure = pages, result.Findings, ""
	s.mu.Unlock()
	sum := finding.Summarise(result.Findings)
	fmt.Fprintf(s.options.Log, "%d pages, %d errors, %d warnings (%.2f s)\n", result.Pages, sum.Errors, sum.Warnings, time.Since(started).Seconds())
	s.tell(s.addressOf(changed))
	return nil
}

// keepBroken keeps the last good copy of a page whose content can no longer be
// read, so that the writer sees the page and what is wrong with it.
func (s *server) keepBroken(pages map[string]page, findings []finding.Finding) {
	broken := map[string]bool{}
	for _, f := range findings {
		if f.Severity == finding.Error {
			broken[f.File] = true
		}
	}
	for path, old := range s.pages {
		if _, there := pages[path]; !there && broken[old.origin] {
			old.stale = true
			pages[path] = old
		}
	}
}

// addressOf is the address of the page made from the first changed file.
func (s *server) addressOf(changed []string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	best := ""
	for path, p := range s.pages {
		for _, file := range changed {
			if p.origin == file && (best == "" || len(path) < len(best)) {
				best = path // the page itself is above its lists
			}
		}
	}
	return best
}

// tell sends every listening browser an event.
func (s *server) tell(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = address
	for listener := range s.listeners {
		select {
		case listener <- address:
		default: // it has an event waiting already
		}
	}
}

// openBrowser opens an address in the person's own browser.
func openBrowser(ctx context.Context, address string) error {
	switch runtime.GOOS {
	case "darwin":
		return exec.CommandContext(ctx, "open", address).Start()
	case "windows":
		return exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", address).Start()
	}
	return exec.CommandContext(ctx, "xdg-open", address).Start()
}
