package hidden

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var frameFocus = &check.Check{
	ID:       "hidden/frame-focus",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.1.1", "ACT akn7bn", "axe frame-focusable-content"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("iframe") {
			if !is(e, "iframe") || !t.Focusable(e) || t.TabStop(e) || tiny(p.View.Styles(), e) {
				continue
			}
			inside := content(p, e)
			switch {
			case inside == nil && attribute(e, "src") != "":
				p.AskOn(e, "the keyboard skips this frame; is there anything in it to use?")
			case inside != nil && usable(inside):
				p.FoundOn(e, "the keyboard skips this frame, and there are things to use in it")
			}
		}
	},
}

// content returns the page that a frame shows, if it is known here.
func content(p *check.OutputPass, e *dom.Element) *dom.Document {
	source, written := e.Attribute("srcdoc")
	if written {
		if page, err := dom.Parse([]byte(source)); err == nil {
			return page
		}
		return nil
	}
	address := attribute(e, "src")
	if p.View.Linked == nil || address == "" || strings.Contains(address, ":") || strings.HasPrefix(address, "//") {
		return nil
	}
	return p.View.Linked(address)
}

// usable says whether there is something on a page that can be seen and that the
// Tab key gets to.
func usable(page *dom.Document) bool {
	view := check.NewView(page, "", css.NewLibrary(func(string) ([]byte, bool) { return nil, false }))
	t := view.Tree()
	for _, e := range page.Elements {
		if t.TabStop(e) && !is(e, "iframe", "frame") && view.Seen(e) && showing(view, e) {
			return true
		}
	}
	return false
}

// showing says whether there is something to see of an element: words, a picture
// or what browsers draw for a control.
func showing(view *check.View, e *dom.Element) bool {
	if is(e, "input", "button", "select", "textarea", "audio", "video", "embed", "summary") || strings.TrimSpace(e.Text()) != "" {
		return true
	}
	for _, inner := range e.Inside() {
		if (is(inner, "img", "svg", "canvas", "input", "video") || inner.Namespace == dom.SVG) && view.Seen(inner) {
			return true
		}
	}
	return false
}

// tiny says whether nobody can see anything in a frame.
func tiny(s *css.Styles, e *dom.Element) bool {
	for _, name := range []string{"width", "height"} {
		if size, ok := s.Length(e, name); ok && size <= 1 {
			return true
		}
		if value := keyword(e, name); value == "0" || value == "1" {
			return true
		}
	}
	return false
}
