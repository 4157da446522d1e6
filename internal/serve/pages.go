package serve

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"handrail/internal/finding"
)

// own is the folder of the preview's own files. No content can have it as an
// address, since addresses do not start with an underscore and a language does.
const own = "/_handrail/"

//go:embed live.js
var liveScript []byte

//go:embed panel.css
var panelStyle []byte

//go:embed panel.html
var panelText string

var panelTemplate = template.Must(template.New("panel").Parse(panelText))

func (s *server) mux() http.Handler {
	mux := http.NewServeMux()
	file := func(kind string, data []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = w.Write(data)
		}
	}
	mux.HandleFunc(own+"live.js", file("text/javascript; charset=utf-8", liveScript))
	mux.HandleFunc(own+"panel.css", file("text/css; charset=utf-8", panelStyle))
	mux.HandleFunc(own+"events", s.events)
	mux.HandleFunc("/", s.page)
	return mux
}

// page answers with a finished file; a page of the site gets the panel.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.pages[name]
	if !ok {
		if _, folder := s.pages[path.Join(name, "index.html")]; folder {
			if name != "" && !strings.HasSuffix(r.URL.Path, "/") {
				http.Redirect(w, r, "/"+name+"/", http.StatusTemporaryRedirect)
				return
			}
			name = path.Join(name, "index.html")
			p, ok = s.pages[name]
		}
	}
	status := http.StatusOK
	if !ok {
		status, name = http.StatusNotFound, "404.html"
		p = s.pages[name]
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".xml" {
		kind = "application/xml"
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	data := p.data
	if strings.HasSuffix(name, ".html") {
		data = s.withPanel(p)
	}
	if r.Method != http.MethodHead {
		_, _ = w.Write(data)
	}
}

// A panel is what the writer is told on the page.
type panel struct {
	Failure        string
	Stale          bool
	Origin         string
	Here, Nowhere  []finding.Finding // of this page; of no page or another one
	Errors, Others int
	Urgent         bool // something here is more than a note
	Navigate       bool
	Built          int // which build it shows
}

// weight orders what the panel says of a page.
var weight = []finding.Severity{finding.Error, finding.Withhold, finding.Warning, finding.Ask, finding.Info}

// withPanel adds the panel and the script that reloads the page.
func (s *server) withPanel(p page) []byte {
	view := panel{Failure: s.failure, Stale: p.stale, Origin: p.origin, Navigate: s.options.Navigate, Built: s.built}
	for _, f := range s.findings {
		switch {
		case p.origin != "" && f.File == p.origin:
			view.Here = append(view.Here, f)
			view.Urgent = view.Urgent || f.Severity == finding.Error || f.Severity == finding.Warning
		case f.Severity == finding.Error || f.Severity == finding.Warning:
			view.Nowhere = append(view.Nowhere, f)
		}
		if f.Severity == finding.Error {
			view.Errors++
		}
	}
	// What must be mended first stands first; notes come last.
	slices.SortStableFunc(view.Here, func(a, b finding.Finding) int {
		return cmp.Compare(slices.Index(weight, a.Severity), slices.Index(weight, b.Severity))
	})
	const most = 20
	view.Others = max(0, len(view.Nowhere)-most)
	view.Nowhere = view.Nowhere[:min(len(view.Nowhere), most)]
	var out bytes.Buffer
	if err := panelTemplate.Execute(&out, view); err != nil {
		return p.data
	}
	i := bytes.LastIndex(p.data, []byte("</body>"))
	if i < 0 {
		i = len(p.data)
	}
	return bytes.Join([][]byte{p.data[:i], out.Bytes(), p.data[i:]}, nil)
}

// events is a stream of server-sent events: one each time the site is built. A
// browser says which build it shows, since the next one may be done before the
// page has come to listen.
// https://html.spec.whatwg.org/multipage/server-sent-events.html
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "500: this connection cannot stream", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "retry: 500\n\n")
	flusher.Flush()
	listener := make(chan string, 1)
	s.mu.Lock()
	s.listeners[listener] = true
	if shown := r.URL.Query().Get("built"); shown != "" && shown != strconv.Itoa(s.built) {
		listener <- s.latest
	}
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.listeners, listener)
		s.mu.Unlock()
	}()
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case address := <-listener:
			fmt.Fprintf(w, "event: built\ndata: /%s\n\n", strings.TrimSuffix(address, "index.html"))
		case <-beat.C:
			fmt.Fprint(w, ": still here\n\n")
		}
		flusher.Flush()
	}
}
