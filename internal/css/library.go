package css

import (
	"net/url"
	"strconv"
	"strings"
	"sync"

	"handrail/internal/dom"
)

// A Resolver returns the data of a style sheet by its address, and whether
// there is one.
type Resolver func(href string) ([]byte, bool)

// A Library reads the style sheets of a site, each once, however many pages
// link to it, and keeps what one page found out about them for the next. It is
// safe for many goroutines.
type Library struct {
	resolve Resolver
	mu      sync.Mutex
	known   map[string]*shelved // by address
	inline  map[string]*shelved // by what stands in a style element
	size    int                 // bytes of inline
	sheets  int                 // how many were read
	idle    map[string][]*stock // by key
	idling  int
}

type shelved struct {
	once  sync.Once
	rules *rules
	data  []byte
}

// NewLibrary returns a library that finds sheets with resolve, which is given
// absolute addresses where the page has one.
func NewLibrary(resolve Resolver) *Library {
	return &Library{resolve: resolve, known: map[string]*shelved{}, inline: map[string]*shelved{}, idle: map[string][]*stock{}}
}

// Compute reads all sheets of a page (linked, imported, in style elements) and
// puts them in order for a reader. base is the address of the page, against
// which theirs are resolved; with "" they are taken as written.
func (l *Library) Compute(doc *dom.Document, base string, r Reader) *Styles {
	all := &gathered{}
	for _, e := range doc.All("style", "link") {
		if e.Tag == "style" {
			if sheet, is := styleOf(e); is {
				l.readInline(sheet)
				l.imports(all, sheet, base, 0, map[string]bool{})
				all.sheets = append(all.sheets, sheet)
			}
			continue
		}
		link, is := linkOf(e)
		if !is {
			continue
		}
		address := join(base, link.Href)
		rules, data, found := l.read(address)
		if !found {
			continue
		}
		sheet := &Sheet{Data: data, Path: address, Media: link.Media, Element: e, parsed: rules, key: keyOf(rules, link.Media)}
		l.imports(all, sheet, address, 0, map[string]bool{address: true})
		all.sheets = append(all.sheets, sheet)
	}
	p := newPage(doc, all.sheets)
	p.home, p.cut = l, all.cut
	return p.styles(l.take(p.written), r)
}

// maxImports bounds how many sheets a page may have where some are imported,
// maxImportDepth how deep they follow each other.
const (
	maxImports     = 500
	maxImportDepth = 16
)

// gathered are the sheets of a page so far, in the order of the cascade.
type gathered struct {
	sheets []*Sheet
	cut    bool // a bound was met, and an import passed over
}

// imports adds what a sheet imports, in front of it.
func (l *Library) imports(all *gathered, from *Sheet, base string, depth int, open map[string]bool) {
	for i, one := range from.parsed.imports {
		address := join(base, one.address)
		if open[address] {
			continue
		}
		if depth > maxImportDepth || len(all.sheets) > maxImports {
			all.cut = true
			return
		}
		rules, data, found := l.read(address)
		if !found {
			continue
		}
		sheet := &Sheet{Data: data, Path: address, Media: from.Media, Element: from.Element, parsed: rules, layer: from.layer}
		if from.key != "" {
			sheet.key = from.key + " " + strconv.Itoa(i) + ">" + strconv.Itoa(rules.number)
		}
		sheet.test = append(sheet.test, from.test...)
		for c := one.condition; c >= 0; c = from.parsed.conditions[c].outer {
			sheet.test = append(sheet.test, from.parsed.conditions[c])
		}
		if one.layered {
			sheet.layer = from.inLayer(one.layer)
		}
		open[address] = true
		l.imports(all, sheet, address, depth+1, open)
		all.sheets = append(all.sheets, sheet)
		delete(open, address)
	}
}

func (l *Library) read(address string) (*rules, []byte, bool) {
	l.mu.Lock()
	one := l.known[address]
	if one == nil {
		one = &shelved{}
		l.known[address] = one
	}
	l.mu.Unlock()
	one.once.Do(func() {
		if data, found := l.resolve(address); found {
			one.data, one.rules = data, parseSheet(strings.TrimPrefix(string(data), "\ufeff"))
			one.rules.number = l.number()
		}
	})
	return one.rules, one.data, one.rules != nil
}

// What is kept of style elements, in bytes: a small one may well stand on every
// page.
const (
	largestInline = 64 << 10
	mostInline    = 4 << 20
)

// readInline parses what stands in a style element.
func (l *Library) readInline(sheet *Sheet) {
	if len(sheet.Data) > largestInline {
		sheet.parsed = parseSheet(string(sheet.Data))
		return
	}
	l.mu.Lock()
	one := l.inline[string(sheet.Data)]
	if one == nil {
		if l.size += len(sheet.Data); l.size > mostInline {
			l.inline, l.size = map[string]*shelved{}, len(sheet.Data)
		}
		one = &shelved{}
		l.inline[string(sheet.Data)] = one
	}
	l.mu.Unlock()
	one.once.Do(func() {
		one.rules = parseSheet(string(sheet.Data))
		one.rules.number = l.number()
	})
	sheet.parsed, sheet.key = one.rules, keyOf(one.rules, sheet.Media)
}

// number returns a number for a sheet, from 1.
func (l *Library) number() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sheets++
	return l.sheets
}

func keyOf(rules *rules, media string) string {
	return strconv.Itoa(rules.number) + strconv.Quote(media)
}

// maxIdle is how many stocks wait for a page, at most.
const maxIdle = 24

// take returns a stock for the sheets: one that another page has given back, or
// a new one.
func (l *Library) take(sheets []*Sheet) *stock {
	key := "sheets"
	for _, sheet := range sheets[1:] {
		if sheet.key == "" {
			return newStock("", sheets)
		}
		key += "\n" + sheet.key
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	waiting := l.idle[key]
	if len(waiting) == 0 {
		return newStock(key, sheets)
	}
	last := len(waiting) - 1
	l.idle[key] = waiting[:last]
	l.idling--
	return waiting[last]
}

// giveBack keeps a stock for other pages. Where pages have ever other sheets,
// those that wait are forgotten from time to time.
func (l *Library) giveBack(k *stock) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.idling == maxIdle {
		l.idle, l.idling = map[string][]*stock{}, 0
	}
	l.idle[k.key] = append(l.idle[k.key], k)
	l.idling++
}

// join resolves an address against another.
func join(base, address string) string {
	if base == "" {
		return address
	}
	from, err := url.Parse(base)
	if err != nil {
		return address
	}
	to, err := url.Parse(address)
	if err != nil {
		return address
	}
	return from.ResolveReference(to).String()
}
