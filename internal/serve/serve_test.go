package serve

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/checks"
	"handrail/internal/starter"
)

// A preview is a running one.
type preview struct {
	t       *testing.T
	site    string
	address string
	log     *lines
}

// lines collects what the preview logs.
type lines struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	first func() // happens when the first line is logged
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.first != nil {
		l.first()
		l.first = nil
	}
	return l.buf.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// start runs a preview of a new site.
func start(t *testing.T, poll bool) *preview {
	t.Helper()
	p := starting(t)
	p.run(poll)
	return p
}

// starting is a preview of a new site that does not run yet.
func starting(t *testing.T) *preview {
	t.Helper()
	site := t.TempDir()
	files, err := starter.Site(starter.Start{Title: "Ours", Languages: []string{"en"}, Month: "2026-09"})
	if err != nil {
		t.Fatal(err)
	}
	p := &preview{t: t, site: site, log: &lines{}}
	for _, f := range files {
		p.write(f.Path, string(f.Data))
	}
	return p
}

// run starts it, and stops it with the test.
func (p *preview) run(poll bool) {
	p.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- Run(ctx, Options{Build: build.Options{Source: p.site, ConfigFile: "handrail.toml", Today: time.Now(), Checks: checks.All()},
			Bind: "127.0.0.1", Poll: poll, Log: p.log})
	}()
	p.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			p.t.Errorf("the preview ended with: %v", err)
		}
	})
	p.eventually("it starts", func() bool {
		m := regexp.MustCompile(`http://[0-9.:]+/`).FindString(p.log.String())
		p.address = m
		return m != ""
	})
}

func (p *preview) write(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.site, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *preview) read(path string) (int, string) {
	p.t.Helper()
	response, err := http.Get(p.address + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return response.StatusCode, string(data)
}

func (p *preview) eventually(what string, ok func() bool) {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return
		}
	}
	p.t.Fatalf("it did not happen that %s; the preview said:\n%s", what, p.log)
}

func (p *preview) shows(path, text string) {
	p.t.Helper()
	p.eventually(path+" shows "+text, func() bool { _, page := p.read(path); return strings.Contains(page, text) })
}

const plan = "+++\ntitle = \"Our plan\"\nsummary = \"What we plan.\"\n+++\n\n"

func TestPreview(t *testing.T) {
	for name, poll := range map[string]bool{"watching": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			p := start(t, poll)
			if status, _ := p.read("en/plan/"); status != http.StatusNotFound {
				t.Errorf("a page that is not there answers %d", status)
			}
			p.write("content/en/plan.md", plan+"First words.\n")
			p.shows("en/plan/", "First words.")
			p.write("content/en/deep/down/plan.md", strings.Replace(plan, "Our plan", "Another", 1)+"In a new folder.\n")
			p.shows("en/deep/down/plan/", "In a new folder.")

			// Content breaks: the page stays as it was and says what is wrong.
			p.write("content/en/plan.md", "+++\ntitle = \"Our plan\n+++\n\nLost?\n")
			p.shows("en/plan/", "as it was before")
			_, broken := p.read("en/plan/")
			if !strings.Contains(broken, "First words.") || !strings.Contains(broken, "line 2") || !strings.Contains(broken, "front/syntax") {
				t.Error("the page does not keep its words and name the line and the check")
			}
			if _, other := p.read("en/about/"); strings.Contains(other, "as it was before") {
				t.Error("a page that is sound is said to be broken")
			}
			// The configuration breaks: everything stays.
			kept, err := os.ReadFile(filepath.Join(p.site, "handrail.toml"))
			if err != nil {
				t.Fatal(err)
			}
			p.write("handrail.toml", "nonsense = [")
			p.shows("en/about/", "could not be built")
			p.write("handrail.toml", string(kept))
			p.write("content/en/plan.md", plan+"Mended words.\n")
			p.shows("en/plan/", "Mended words.")
			p.eventually("the panel goes away", func() bool { _, page := p.read("en/plan/"); return !strings.Contains(page, "handrail-panel\"") })

			if err := os.Remove(filepath.Join(p.site, "content/en/plan.md")); err != nil {
				t.Fatal(err)
			}
			p.eventually("the page goes away", func() bool { status, _ := p.read("en/plan/"); return status == http.StatusNotFound })
			if _, err := os.Stat(filepath.Join(p.site, "public")); err == nil {
				t.Error("the preview wrote public/")
			}
		})
	}
}

func TestEvents(t *testing.T) {
	p := start(t, false)
	p.write("content/en/plan.md", plan+"First words.\n")
	p.shows("en/plan/", "First words.")
	response, err := http.Get(p.address + "_handrail/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("events are sent as %s", kind)
	}
	scanner := bufio.NewScanner(response.Body)
	scanner.Scan()
	p.write("content/en/plan.md", plan+"Second words.\n")
	for scanner.Scan() {
		if data, ok := strings.CutPrefix(scanner.Text(), "data: "); ok {
			if data != "/en/plan/" {
				t.Errorf("the event leads to %q", data)
			}
			return
		}
	}
	t.Errorf("no event came: %v", scanner.Err())
}

// TestFirstMoment: what is saved after the first build, and before anybody is
// told where the preview is, is shown too.
func TestFirstMoment(t *testing.T) {
	for name, poll := range map[string]bool{"watching": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			p := starting(t)
			p.log.first = func() { p.write("content/en/plan.md", plan+"Early words.\n") }
			p.run(poll)
			p.shows("en/plan/", "Early words.")
		})
	}
}

// TestLateListener: a page whose next build is done before it comes to listen
// is told at once.
func TestLateListener(t *testing.T) {
	p := start(t, false)
	p.write("content/en/plan.md", plan+"First words.\n")
	p.shows("en/plan/", "First words.")
	_, page := p.read("en/plan/")
	shown := regexp.MustCompile(`data-built="(\d+)"`).FindStringSubmatch(page)
	if shown == nil {
		t.Fatal("the page does not say which build it shows")
	}
	p.write("content/en/plan.md", plan+"Second words.\n")
	p.shows("en/plan/", "Second words.")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.address+"_handrail/events?built="+shown[1], nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	for scanner := bufio.NewScanner(response.Body); scanner.Scan(); {
		if scanner.Text() == "event: built" {
			return
		}
	}
	t.Error("a page that came late was never told")
}

func TestBindsThisMachineOnly(t *testing.T) {
	for _, bind := range []string{"0.0.0.0", "::", "192.0.2.1", "example.org", ""} {
		err := Run(context.Background(), Options{Bind: bind, Log: io.Discard})
		if err == nil || !strings.Contains(err.Error(), "this machine only") {
			t.Errorf("--bind %q: %v", bind, err)
		}
	}
}
