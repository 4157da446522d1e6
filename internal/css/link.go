package css

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"handrail/internal/dom"
)

// A Resolver returns the data of a style sheet by its address, and whether
// there is one.
type Resolver func(href string) ([]byte, bool)

// A Link is a style sheet that a page asks for.
type Link struct {
	Href    string
	Media   string
	Element *dom.Element
}

// Linked returns the style sheets that a page links to, in order, but for
// alternate ones, which nobody sees unless they ask.
func Linked(doc *dom.Document) []Link {
	var links []Link
	for _, e := range doc.All("link") {
		if link, is := linkOf(e); is {
			links = append(links, link)
		}
	}
	return links
}

func linkOf(e *dom.Element) (Link, bool) {
	rel, _ := e.Attribute("rel")
	words := strings.Fields(lower(rel))
	href, _ := e.Attribute("href")
	_, disabled := e.Attribute("disabled")
	kind, _ := e.Attribute("type")
	if e.Tag != "link" || e.Namespace != dom.HTML || disabled || strings.TrimSpace(href) == "" || !isCSS(kind) ||
		!slices.Contains(words, "stylesheet") || slices.Contains(words, "alternate") || inert(e) {
		return Link{}, false
	}
	media, _ := e.Attribute("media")
	return Link{strings.TrimSpace(href), media, e}, true
}

func isCSS(kind string) bool {
	kind, _, _ = strings.Cut(lower(kind), ";")
	kind = strings.TrimSpace(kind)
	return kind == "" || kind == "text/css"
}

// inert says whether e is in a template, or in a noscript that scripts hide.
func inert(e *dom.Element) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if p.Namespace == dom.HTML && (p.Tag == "template" || p.Tag == "noscript") {
			return true
		}
	}
	return false
}

// styleOf returns the sheet in a style element.
func styleOf(e *dom.Element) (Sheet, bool) {
	kind, _ := e.Attribute("type")
	if e.Tag != "style" || !isCSS(kind) || inert(e) {
		return Sheet{}, false
	}
	data := ""
	for _, c := range e.Children {
		data += c.Text
	}
	media, _ := e.Attribute("media")
	return Sheet{Data: []byte(data), Media: media, Element: e, Offset: e.Offset}, data != ""
}

// arrange puts style elements and given sheets in the order of the page. Sheets
// without an element come first.
func arrange(doc *dom.Document, given []Sheet) []Sheet {
	var all []Sheet
	for _, sheet := range given {
		if sheet.Element == nil {
			all = append(all, sheet)
		}
	}
	for _, e := range doc.Elements {
		if e.Tag == "style" {
			if sheet, is := styleOf(e); is {
				all = append(all, sheet)
			}
			continue
		}
		if e.Tag != "link" {
			continue
		}
		for _, sheet := range given {
			if sheet.Element == e {
				all = append(all, sheet)
			}
		}
	}
	return all
}

// A Library reads the style sheets of a site, each once, however many pages
// link to it. It is safe for many goroutines.
type Library struct {
	resolve Resolver
	mu      sync.Mutex
	known   map[string]*shelved
}

type shelved struct {
	once  sync.Once
	rules *rules
	data  []byte
}

// NewLibrary returns a library that finds sheets with resolve, which is given
// absolute addresses where the page has one.
func NewLibrary(resolve Resolver) *Library {
	return &Library{resolve: resolve, known: map[string]*shelved{}}
}

// Compute reads all sheets of a page (linked, imported, in style elements) and
// puts them in order for a reader. base is the address of the page, against
// which theirs are resolved; with "" they are taken as written.
func (l *Library) Compute(doc *dom.Document, base string, r Reader) *Styles {
	var all []Sheet
	for _, e := range doc.Elements {
		if e.Tag == "style" {
			if sheet, is := styleOf(e); is {
				sheet.parsed = parseSheet(string(sheet.Data))
				all = append(l.imports(all, &sheet, base, 0, map[string]bool{}), sheet)
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
		sheet := Sheet{Data: data, Path: address, Media: link.Media, Element: e, parsed: rules}
		all = append(l.imports(all, &sheet, address, 0, map[string]bool{address: true}), sheet)
	}
	return newStyles(doc, all, r)
}

// maxImports bounds how many sheets one sheet may bring in, maxImportDepth how
// deep they follow each other.
const (
	maxImports     = 500
	maxImportDepth = 16
)

// imports adds what a sheet imports, in front of it.
func (l *Library) imports(all []Sheet, from *Sheet, base string, depth int, open map[string]bool) []Sheet {
	if depth > maxImportDepth || len(all) > maxImports {
		return all
	}
	for _, one := range from.parsed.imports {
		address := join(base, one.address)
		if open[address] {
			continue
		}
		rules, data, found := l.read(address)
		if !found {
			continue
		}
		sheet := Sheet{Data: data, Path: address, Media: from.Media, Element: from.Element, parsed: rules, layer: from.layer}
		sheet.test = append(sheet.test, from.test...)
		for c := one.condition; c >= 0; c = from.parsed.conditions[c].outer {
			sheet.test = append(sheet.test, from.parsed.conditions[c])
		}
		if one.layered {
			sheet.layer = from.inLayer(one.layer)
		}
		open[address] = true
		all = append(l.imports(all, &sheet, address, depth+1, open), sheet)
		delete(open, address)
	}
	return all
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
		}
	})
	return one.rules, one.data, one.rules != nil
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
