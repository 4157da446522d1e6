package style

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var focusHidden = &check.Check{
	ID:       "style/focus-hidden",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.7", "ACT oj04fd"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("outline", "all:", "all :", "OUTLINE") {
			return // browsers draw theirs
		}
		f := &focus{p: p, before: p.View.Styles(), after: p.View.Styles().State("focus-visible")}
		for e := range p.Elements() {
			if e.Namespace == dom.MathML || !p.View.Tree().TabStop(e) || f.marked(e) {
				continue
			}
			switch {
			case f.elsewhere(e):
			case ownMark(e) || f.scripted(e):
				p.AskOn(e, "nothing in the style sheets shows that the keyboard has come to this element: does something else?")
			case !p.View.Seen(e):
				p.AskOn(e, "the keyboard comes to this element, which cannot be seen: does anything show where one is then?")
			default:
				p.FoundOn(e, "when the keyboard comes to this element, nothing shows it: its outline is taken away and nothing else changes")
			}
		}
	},
}

// focus compares a page with itself while the keyboard is at one of its elements.
type focus struct {
	p             *check.OutputPass
	before, after *css.Styles
	thorough      int // how many elements were compared with all others
	others        []*dom.Element
	listed        bool // others holds those that may look different
	scripts       int8
}

// marked says whether an element itself, or one around it, looks different with
// the keyboard at it.
func (f *focus) marked(e *dom.Element) bool {
	return f.outlineChanges(e) || f.changes(f.after, e)
}

// outlined says whether an outline is drawn.
func (f *focus) outlined(s *css.Styles, e *dom.Element) bool {
	if s.Value(e, "outline-style") == "none" || s.Value(e, "outline-width") == "0px" {
		return false
	}
	c, ok := s.Color(e, "outline-color")
	return !ok || c.A > 0
}

// outlineChanges says whether the outline is another one with the keyboard at e.
// One that is always there and goes away just then shows it, too.
func (f *focus) outlineChanges(e *dom.Element) bool {
	before, after := f.outlined(f.before, e), f.outlined(f.after, e)
	if !before || !after {
		return before != after
	}
	for _, name := range []string{"outline-style", "outline-width", "outline-color", "outline-offset"} {
		if f.before.Value(e, name) != f.after.Value(e, name) {
			return true
		}
	}
	return false
}

// changes says whether something of an element that is seen differs.
func (f *focus) changes(after *css.Styles, e *dom.Element) bool {
	for _, name := range always {
		if f.before.Value(e, name) != after.Value(e, name) && (name != "background-color" || !f.blends(after, e)) {
			return true
		}
	}
	for _, side := range []string{"top", "right", "bottom", "left"} {
		width := "border-" + side + "-width"
		drawn := after.Value(e, width) != "0px"
		if f.before.Value(e, width) != after.Value(e, width) {
			return true
		}
		for _, name := range []string{"border-" + side + "-color", "border-" + side + "-style"} {
			if drawn && f.before.Value(e, name) != after.Value(e, name) {
				return true
			}
		}
	}
	if f.before.Value(e, "color") != after.Value(e, "color") {
		return true
	}
	for _, name := range []string{"text-decoration-color", "text-decoration-style", "text-decoration-thickness", "text-underline-offset"} {
		if after.Value(e, "text-decoration-line") != "none" && f.before.Value(e, name) != after.Value(e, name) {
			return true
		}
	}
	for _, name := range []string{"before", "after"} {
		if pseudoDiffers(f.before.Pseudo(e, name), after.Pseudo(e, name)) {
			return true
		}
	}
	return false
}

// blends says whether an element has the same colour behind it before and after,
// though not the same value for it: white on a white page shows nothing.
func (f *focus) blends(after *css.Styles, e *dom.Element) bool {
	before, ok := f.before.Color(e, "background-color")
	now, ok2 := after.Color(e, "background-color")
	if !ok || !ok2 {
		return false
	}
	behind := css.Color{R: 1, G: 1, B: 1, A: 1}
	for up := e.Parent; up != nil; up = up.Parent {
		c, ok := f.before.Color(up, "background-color")
		if !ok || c.A > 0 && c.A < 1 || f.before.Value(up, "background-image") != "none" || f.before.Value(up, "position") != "static" {
			return false
		}
		if c.A == 1 {
			behind = c
			break
		}
		if up.Parent == nil && f.before.Value(up, "color-scheme") != "normal" {
			return false // the canvas may be dark
		}
	}
	return before.Over(behind) == now.Over(behind)
}

// always are the properties of which any other value looks different.
var always = strings.Fields(`background-color background-image background-size background-position-x background-position-y box-shadow
	text-decoration-line text-shadow font-weight font-style font-size font-family letter-spacing text-transform transform rotate scale
	translate opacity visibility display position top right bottom left width height padding-top padding-right padding-bottom padding-left
	margin-top margin-right margin-bottom margin-left clip clip-path filter fill stroke stroke-width overflow-x max-height animation-name`)

func pseudoDiffers(a, b *css.Pseudo) bool {
	if a == nil || b == nil {
		return a != b
	}
	for _, name := range append([]string{"content", "color", "border-top-color", "border-bottom-color", "border-top-width", "border-bottom-width",
		"outline-style"}, always...) {
		if a.Value(name) != b.Value(name) {
			return true
		}
	}
	return false
}

// maxThorough bounds how many elements are compared with the whole page.
const maxThorough = 12

// elsewhere says whether another element looks different while the keyboard is
// at e. Where that was asked too often already it is taken to be so: what is
// wrong with the first ones shows in them.
func (f *focus) elsewhere(e *dom.Element) bool {
	if !f.before.Mentions("focus") {
		return false
	}
	if f.thorough++; f.thorough > maxThorough {
		return true
	}
	if !f.listed {
		f.listed, f.others = true, f.awaiting()
	}
	if len(f.others) == 0 {
		return false
	}
	now := f.before.StateOn(e, "focus-visible")
	for _, o := range f.others {
		if o != e && (f.outlined(now, o) != f.outlined(f.before, o) || f.changes(now, o)) {
			return true
		}
	}
	return false
}

// awaiting lists the elements that may look different wherever the keyboard comes
// to: those that a selector with a focus in it may mean, and what is in them.
func (f *focus) awaiting() []*dom.Element {
	var list []*dom.Element
	end := 0 // of the outermost of them that was met last
	for e := range f.p.Elements() {
		if e.Index >= end && f.before.Awaits(e) {
			end = e.End
		}
		if e.Index < end && e.Namespace != dom.MathML {
			list = append(list, e)
		}
	}
	return list
}

// ownMark says whether browsers show where one is by something else than an
// outline: a cursor in a field, or the controls of a film.
func ownMark(e *dom.Element) bool {
	switch {
	case e.Is("textarea", "video", "audio", "iframe", "frame", "embed", "object", "area"), e.Has("contenteditable"):
		return true
	case e.Is("input"):
		switch e.Keyword("type") {
		case "button", "submit", "reset", "image", "checkbox", "radio", "range", "color", "file":
			return false
		}
		return true
	}
	return false
}

// scripted says whether a script may show it.
func (f *focus) scripted(e *dom.Element) bool {
	for at := e; at != nil; at = at.Parent {
		for _, name := range []string{"onfocus", "onfocusin", "onblur"} {
			if at.Has(name) {
				return true
			}
		}
	}
	if f.scripts == 0 {
		f.scripts = -1
		for _, script := range f.p.HTML.All("script") {
			for _, c := range script.Children {
				if strings.Contains(c.Text, "focus") {
					f.scripts = 1
				}
			}
		}
	}
	return f.scripts > 0
}
