package css

import (
	"slices"
	"strings"

	"handrail/internal/dom"
)

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
func styleOf(e *dom.Element) (*Sheet, bool) {
	kind, _ := e.Attribute("type")
	if e.Tag != "style" || !isCSS(kind) || inert(e) {
		return nil, false
	}
	data := ""
	for _, c := range e.Children {
		data += c.Text
	}
	media, _ := e.Attribute("media")
	return &Sheet{Data: []byte(data), Media: media, Element: e, Offset: e.Offset}, data != ""
}

// arrange puts style elements and given sheets in the order of the page. Sheets
// without an element come first.
func arrange(doc *dom.Document, given []Sheet) []*Sheet {
	var all []*Sheet
	for i := range given {
		if given[i].Element == nil {
			all = append(all, &given[i])
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
		for i := range given {
			if given[i].Element == e {
				all = append(all, &given[i])
			}
		}
	}
	return all
}
