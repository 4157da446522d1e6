package markdown

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"handrail/internal/dom"
)

// elsewhere is the container for what is on another site: a card with a link, so
// that nothing is asked of that site before somebody presses it.
const elsewhere = "elsewhere"

// cards turns films, maps and the like of other sites into cards: a picture alone
// in its paragraph whose address is no picture, and the frame that such sites give
// out to be pasted. It comes before anything is collected, so a card is a link like
// any other for checks and approvals.
func (r *reading) cards(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		if link := r.cardLink(n); link != nil {
			card := &containerNode{container: &Container{Name: elsewhere}, closed: true}
			words := ast.NewParagraph()
			for _, made := range []ast.Node{card, words, link} {
				made.SetPos(n.Pos())
			}
			words.AppendChild(words, link)
			card.AppendChild(card, words)
			parent.ReplaceChild(parent, n, card)
		} else if n.Type() == ast.TypeBlock {
			r.cards(n)
		}
		n = next
	}
}

// cardLink is the link of the card that a block becomes, or nil.
func (r *reading) cardLink(n ast.Node) *ast.Link {
	switch n := n.(type) {
	case *ast.Paragraph:
		image, ok := n.FirstChild().(*ast.Image)
		if !ok || !alone(image) || !foreignPage(decoded(image.Destination)) {
			return nil
		}
		link := ast.NewLink()
		link.Destination, link.Title = image.Destination, image.Title
		for c := image.FirstChild(); c != nil; c = image.FirstChild() {
			link.AppendChild(link, c)
		}
		if link.FirstChild() == nil {
			link.AppendChild(link, ast.NewString([]byte(Host(decoded(image.Destination)))))
		}
		return link
	case *ast.HTMLBlock:
		return r.frameLink(joined(blockSegments(n), r.body))
	}
	return nil
}

// alone tells whether nothing but an attribute list follows.
func alone(n ast.Node) bool {
	next := n.NextSibling()
	if _, list := next.(*attributesNode); list {
		next = next.NextSibling()
	}
	return next == nil
}

// framed are the elements that show something of another site.
var framed = []string{"iframe", "video", "audio", "embed", "object"}

// frameLink is the link to what a lone frame or film of another site shows.
func (r *reading) frameLink(html string) *ast.Link {
	html = strings.TrimSpace(html)
	if !slices.ContainsFunc(framed, func(tag string) bool {
		return len(html) > len(tag) && strings.EqualFold(html[1:len(tag)+1], tag)
	}) || strings.Contains(html, "<!--") {
		return nil
	}
	read, err := dom.Parse([]byte(html))
	if err != nil {
		return nil
	}
	title, address := "", ""
	for _, e := range read.Elements {
		switch {
		case e.Is("html", "head", "body"):
			continue
		case address == "" && e.Is(framed...), e.Is("source", "track", "param"):
		default:
			return nil // it holds more than a card can
		}
		for _, name := range []string{"src", "data"} {
			if value, _ := e.Attribute(name); address == "" && leavesSite(value) {
				address = value
			}
		}
		if value, _ := e.Attribute("title"); title == "" {
			title = strings.Join(strings.Fields(value), " ")
		}
	}
	if address == "" || dangerous(address) {
		return nil
	}
	link := ast.NewLink()
	link.Destination = []byte(entityFree(address))
	if title == "" {
		title = Host(address)
	}
	link.AppendChild(link, ast.NewString([]byte(title)))
	return link
}

// entityFree writes an address so that reading it as markdown changes nothing.
func entityFree(address string) string { return strings.ReplaceAll(address, "&", "&amp;") }

// pictureFiles are those that a browser shows as a picture: a copy belongs into
// the site.
var pictureFiles = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tif", ".tiff", ".heic"}

// foreignPage tells an address of another site that is no picture.
func foreignPage(address string) bool {
	if !leavesSite(address) {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && !slices.Contains(pictureFiles, strings.ToLower(path.Ext(u.Path)))
}

// Host is the name of the site that an address leads to; empty where it stays on
// its own site.
func Host(address string) string {
	if !leavesSite(address) {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}
