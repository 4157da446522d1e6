package page

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// A browser asks for most of these without being told by the reader; a form is
// sent to wherever its action says.
var otherOrigin = &check.Check{
	ID:       "page/other-origin",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		o := &asking{pass: p, own: origin(p.Site.Config.BaseURL)}
		switch page := p.HTML; {
		case page != nil:
			o.document(page)
		case path.Ext(p.Path) == ".css":
			f := source.NewFile(themeFile(p.Site.Config.Theme, p.Path), p.Data)
			for _, u := range cssAddresses(string(p.Data)) {
				if host := o.other(u.address); host != "" {
					p.Found(f.At(u.at), fmt.Sprintf("this style sheet asks %s for %s", host, u.what))
				}
			}
		case path.Ext(p.Path) == ".svg":
			if drawing, err := dom.Parse(p.Data); err == nil {
				o.document(drawing)
			}
		}
	},
}

// asset is a file of a theme in the output: its name bears a part of its hash.
var asset = regexp.MustCompile(`^assets/(.+)\.[0-9a-f]{10}(\.\w+)$`)

// themeFile is the file that a writer changes to change a file of the output.
func themeFile(theme, file string) string {
	return asset.ReplaceAllString(file, "themes/"+strings.ReplaceAll(theme, "$", "$$")+"/assets/$1$2")
}

// asking looks for what a page asks of other origins.
type asking struct {
	pass *check.OutputPass
	own  string // the site's own origin, empty where it has none yet
}

func (o *asking) document(page *dom.Document) {
	for _, e := range page.Elements {
		o.element(e, e)
	}
}

// element looks at e, which is written at the element at: that is another one
// where e is within the srcdoc of a frame.
func (o *asking) element(at, e *dom.Element) {
	for _, a := range e.Attributes {
		name := strings.TrimPrefix(a.Name, "xlink:")
		switch {
		case name == "style":
			o.css(at, a.Value)
		case name == "srcset" || name == "imagesrcset":
			for _, address := range candidates(a.Value) {
				o.found(at, address, address, "a picture")
			}
		case name == "srcdoc" && e.Tag == "iframe":
			if inner, err := dom.Parse([]byte(a.Value)); err == nil {
				for _, within := range inner.Elements {
					o.element(at, within)
				}
			}
		case name == "content" && e.Tag == "meta":
			address := refresh(e, a.Value)
			o.found(at, address, address, "the next page, without being told to")
		case name == "ping":
			for _, address := range strings.Fields(a.Value) {
				o.found(at, address, address, "a note of who pressed a link")
			}
		default:
			if what := asks(e, name); what != "" {
				o.found(at, a.Value, a.Value, what)
			}
		}
	}
	if e.Tag == "style" {
		o.css(at, e.Text())
	}
}

// refresh returns the address of <meta http-equiv="refresh" content="0; url=…">.
func refresh(e *dom.Element, content string) string {
	if kind, _ := e.Attribute("http-equiv"); !strings.EqualFold(strings.TrimSpace(kind), "refresh") {
		return ""
	}
	separator := strings.IndexAny(content, ";,")
	address := strings.TrimSpace(content[separator+1:])
	if len(address) >= 3 && strings.EqualFold(address[:3], "url") {
		if after, ok := strings.CutPrefix(strings.TrimLeft(address[3:], " \t\n\f\r"), "="); ok {
			address = strings.TrimSpace(after)
		}
	}
	return strings.Trim(address, `"'`)
}

// css reports what a style sheet within an element asks for.
func (o *asking) css(at *dom.Element, sheet string) {
	for _, u := range cssAddresses(sheet) {
		o.found(at, u.address, u.address, u.what)
	}
}

// found reports an address of another origin. Written is how it stands in the
// page, which is looked for in the writer's own file.
func (o *asking) found(e *dom.Element, address, written, what string) {
	if host := o.other(address); host != "" {
		o.pass.Found(o.at(e, written), fmt.Sprintf("the finished page asks %s for %s", host, what))
	}
}

// at is the place of an element. HTML that a writer was allowed to write bears
// no mark, so its address is looked for in the page's file.
func (o *asking) at(e *dom.Element, written string) source.Place {
	_, marked := e.Attribute("data-at")
	if o.pass.Page != nil && !marked {
		if i := bytes.Index(o.pass.Page.File.Data, []byte(written)); i >= 0 {
			return o.pass.Page.File.At(i)
		}
	}
	return o.pass.At(e)
}

// other returns the host of an address of another origin, or nothing.
func (o *asking) other(address string) string {
	to := origin(address)
	_, host, _ := strings.Cut(to, "//")
	_, ownHost, _ := strings.Cut(o.own, "//")
	if to == o.own || strings.HasPrefix(to, "//") && host == ownHost {
		return ""
	}
	return host
}
