package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inlines collects the pieces of running text below a node.
func (c *collector) inlines(parent ast.Node) {
	c.settle(parent)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.deeper(n, func() { c.inline(n) })
	}
}

func (c *collector) inline(n ast.Node) {
	if n.Type() != ast.TypeInline {
		return
	}
	_, picture := n.(*ast.Image)
	w := c.take(n, listOf(n), picture)
	c.speaking(w.lang, func() {
		switch n := n.(type) {
		case *ast.Link:
			i := c.link(n, Link{Destination: decoded(n.Destination), Title: decoded(n.Title)})
			c.inlines(n)
			c.doc.Links[i].Text = c.plain(n)
		case *ast.AutoLink:
			c.link(n, Link{Destination: autoDestination(n, c.body), Text: string(n.Label(c.body)), Auto: true})
		case *ast.Image:
			c.inlines(n)
			c.image(n, w)
		case *ast.RawHTML:
			c.rawInline(n)
		case *east.Strikethrough:
			c.mark("struck", c.plain(n))
			c.inlines(n)
		case *east.TaskCheckBox:
			c.mark("done", strconv.FormatBool(n.IsChecked))
		case *noteLink:
			c.met(n.note)
			n.note.uses++
			n.use = n.note.uses
		default:
			c.inlines(n)
		}
	})
}

// settle gives attribute lists to the pieces before them, and makes those text
// again that follow nothing that could have attributes.
func (c *collector) settle(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		if a, ok := n.(*attributesNode); ok {
			switch before := n.PreviousSibling().(type) {
			case *ast.Link, *ast.Image, *ast.CodeSpan, *ast.Emphasis, *ast.AutoLink, *east.Strikethrough:
				if !c.suits(before, a.list) {
					parent.ReplaceChild(parent, n, ast.NewTextSegment(a.segment))
					break
				}
				setList(before, a.list)
				parent.RemoveChild(parent, n)
			default:
				parent.ReplaceChild(parent, n, ast.NewTextSegment(a.segment))
			}
		}
		n = next
	}
}

// suits tells whether a list was meant for the piece before it: bare words in
// braces are ordinary text, except {decorative} after a picture.
func (c *collector) suits(n ast.Node, list []attribute) bool {
	_, picture := n.(*ast.Image)
	for _, a := range list {
		if !a.flag || picture && a.key == "decorative" {
			return true
		}
	}
	return false
}

// link keeps a link, and returns its index. A dangerous one is reported and
// only its words are shown.
func (c *collector) link(n ast.Node, l Link) int {
	l.At, l.Lang = c.place(n.Pos()), c.lang
	if dangerous(l.Destination) {
		c.refuseAddress(n, "link")
	}
	if c.container != nil {
		in := c.container.container
		in.Links = append(in.Links, l.Destination)
	}
	c.page.links[n] = len(c.doc.Links)
	c.doc.Links = append(c.doc.Links, l)
	return len(c.doc.Links) - 1
}

// autoDestination is where an address in the text leads.
func autoDestination(n *ast.AutoLink, body []byte) string {
	url := string(n.URL(body))
	if n.AutoLinkType == ast.AutoLinkEmail && !hasScheme(url, "mailto") {
		return "mailto:" + url
	}
	return url
}

func (c *collector) image(n *ast.Image, w *written) {
	i := Image{Destination: decoded(n.Destination), Title: decoded(n.Title), Alt: c.plain(n),
		At: c.place(n.Pos()), Decorative: w.decorative, Credit: w.credit, Description: w.description}
	i.AltWritten = i.Alt != ""
	if dangerous(i.Destination) {
		c.refuseAddress(n, "picture")
	}
	c.page.images[n] = len(c.doc.Images)
	c.doc.Images = append(c.doc.Images, i)
}

func (c *collector) refuseAddress(n ast.Node, what string) {
	c.page.dangerous[n] = true
	c.problem(n.Pos(), "markdown/dangerous-link", "the address of this "+what+" could run a program or read files, so it is left out",
		"Use an address that begins with https://, or a path to a file of this site.")
}

// dangerousSchemes run programs, carry whole documents or read files.
var dangerousSchemes = []string{"javascript", "vbscript", "data", "file", "blob", "filesystem", "feed", "view-source", "jar", "about", "intent", "mhtml", "livescript", "mocha"}

func dangerous(destination string) bool {
	for _, scheme := range dangerousSchemes {
		if hasScheme(destination, scheme) {
			return true
		}
	}
	return false
}

// hasScheme tells an address's scheme as browsers do: they pass over spaces
// and control characters before it, and tabs and line ends inside it.
// https://url.spec.whatwg.org/#concept-basic-url-parser
func hasScheme(destination, scheme string) bool {
	matched := 0
	for i := 0; i < len(destination); i++ {
		switch b := destination[i]; {
		case b == '\t' || b == '\n' || b == '\r' || matched == 0 && b <= ' ':
		case matched == len(scheme):
			return b == ':'
		case b|0x20 == scheme[matched]:
			matched++
		default:
			return false
		}
	}
	return false
}

// escapedURL writes an address so that it is valid in HTML; percent signs that
// are already there stay.
func escapedURL(destination string) string {
	return string(util.URLEscape([]byte(destination), false))
}
