package audit

import (
	"path"
	"sync"

	"handrail/internal/dom"
)

// Pages of a site mostly link to the same few others: their menu. Those are read
// once and kept, as many as these bounds allow.
const (
	mostKept    = 16
	largestKept = 256 << 10 // bytes
)

// others are pages that others link to.
type others struct {
	mu   sync.Mutex
	kept map[string]*dom.Document
}

// linked is the page that another one links to, if it is in the folder.
func (s *site) linked(from, href string) *dom.Document {
	name, ok := local("/"+from, href)
	if !ok {
		return nil
	}
	s.others.mu.Lock()
	known := s.others.kept[name]
	s.others.mu.Unlock()
	if known != nil {
		return known
	}
	for _, candidate := range []string{name, path.Join(name, "index.html")} {
		f, err := s.folder.Read(candidate, maxFile)
		if err != nil {
			continue
		}
		html, err := dom.Parse(f.Data)
		if err != nil {
			continue
		}
		if len(f.Data) <= largestKept {
			s.others.keep(name, html)
		}
		return html
	}
	return nil
}

// keep remembers a page while there is room.
func (o *others) keep(name string, html *dom.Document) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.kept == nil {
		o.kept = map[string]*dom.Document{}
	}
	if len(o.kept) < mostKept {
		o.kept[name] = html
	}
}
