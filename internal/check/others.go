package check

import (
	"net/url"
	"strings"
	"sync"

	"handrail/internal/dom"
)

// Others are the pages of a site, for checks that look at what a page leads to.
// Pages mostly lead to the same few: their menu. What was asked of those is
// kept, as much as the bounds below allow, so that memory does not grow with
// the site, and a large list that every page links to is not read every time.
type Others struct {
	read func(path string) (data []byte, exists bool)

	mu    sync.Mutex
	pages map[string]*dom.Document
	known map[string]*knownPage
	turn  int // counts uses of known pages
}

const (
	mostPages    = 16        // whole pages that are kept
	largestPage  = 256 << 10 // bytes of one of them
	mostKnown    = 64        // pages whose pieces are remembered, the latest used ones
	largestKnown = 20_000    // pieces of one of them
)

// A knownPage is remembered by its pieces.
type knownPage struct {
	once   sync.Once
	exists bool
	pieces []fingerprint
	used   int // the turn of the last use
}

// NewOthers returns the pages of a site. Read takes where something answers on
// its server, a path with a slash at the start, and says whether there is
// anything; data is nil where that is no page. It is called from several
// goroutines.
func NewOthers(read func(path string) (data []byte, exists bool)) *Others {
	return &Others{read: read, pages: map[string]*dom.Document{}, known: map[string]*knownPage{}}
}

// Join lets the checks of a page look at the others.
func (o *Others) Join(v *View) {
	v.joined = o
	v.Linked = func(href string) *dom.Document {
		own, err := url.Parse(v.address)
		if err != nil {
			return nil
		}
		to, err := own.Parse(strings.TrimSpace(href))
		if err != nil || to.Scheme != own.Scheme || to.Host != own.Host {
			return nil
		}
		return o.page(to.Path)
	}
}

// page is what answers at a path: an empty page where that is no page, nil where
// there is nothing.
func (o *Others) page(path string) *dom.Document {
	o.mu.Lock()
	kept := o.pages[path]
	o.mu.Unlock()
	if kept != nil {
		return kept
	}
	data, exists := o.read(path)
	if !exists {
		return nil
	}
	html, err := dom.Parse(data)
	if err != nil {
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(data) <= largestPage && len(o.pages) < mostPages {
		o.pages[path] = html
	}
	return html
}

// pieces are those of the page at a path, if there is one.
func (o *Others) pieces(path string) ([]fingerprint, bool) {
	o.mu.Lock()
	k := o.known[path]
	if k == nil {
		k = &knownPage{}
		if len(o.known) == mostKnown {
			o.forget()
		}
		o.known[path] = k
	}
	o.turn++
	k.used = o.turn
	o.mu.Unlock()
	k.once.Do(func() {
		if data, exists := o.read(path); exists {
			if html, err := dom.Parse(data); err == nil {
				k.exists, k.pieces = true, fingerprints(html)
			}
		}
	})
	return k.pieces, k.exists
}

// forget drops the page that was used longest ago.
func (o *Others) forget() {
	oldest := ""
	for path, k := range o.known {
		if oldest == "" || k.used < o.known[oldest].used {
			oldest = path
		}
	}
	delete(o.known, oldest)
}
