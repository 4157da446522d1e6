package axtree

import (
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// Hidden says whether the element is left out of the accessibility tree: not
// displayed or not visible, aria-hidden, inert, or closed away in details. What
// is inside a button is not hidden, though it has no role of its own there.
func (t *Tree) Hidden(e *dom.Element) bool { return t.cut(e) || !t.styles.Visible(e) }

// cut says whether the element and all inside it are left out. An invisible
// element isn't cut, for something inside may be visible again.
func (t *Tree) cut(e *dom.Element) bool {
	if known := t.hidden[e.Index]; known != unknown {
		return known == yes
	}
	cut := e.Parent != nil && (t.cut(e.Parent) || closedAway(e)) || t.cutHere(e)
	t.hidden[e.Index] = stateOf(cut)
	return cut
}

func (t *Tree) cutHere(e *dom.Element) bool {
	if keyword(e, "aria-hidden") == "true" || e.Namespace == dom.HTML && has(e, "inert") {
		return true
	}
	return !t.rendered(e)
}

// rendered says whether there is something to see or to use, not counting
// visibility.
func (t *Tree) rendered(e *dom.Element) bool {
	if standards.NeverRendered(e.Tag, e.Namespace == dom.SVG) && e.Namespace != dom.MathML {
		return false
	}
	switch {
	case is(e, "area"):
		// An area is never displayed by itself, but as a part of pictures.
		return e.Parent == nil || t.mapUsed(e.Parent)
	case is(e, "input") && inputType(e) == "hidden":
		return false
	}
	return t.styles.Displayed(e) || t.inCanvas(e)
}

// inCanvas says whether e would be displayed if the canvas around it showed what
// it holds. It doesn't, but tells assistive technology (HTML 4.12.5).
func (t *Tree) inCanvas(e *dom.Element) bool {
	for ; e != nil && t.styles.Value(e, "display") != "none"; e = e.Parent {
		if is(e.Parent, "canvas") {
			return t.rendered(e.Parent)
		}
	}
	return false
}

// closedAway says whether e is a child that its parent doesn't show: in closed
// details, or written for browsers that don't know video, audio or object.
func closedAway(e *dom.Element) bool {
	p := e.Parent
	switch {
	case is(p, "details"):
		return !has(p, "open") && child(p, "summary") != e
	case is(p, "video", "audio", "iframe"):
		return true
	case is(p, "object"):
		return has(p, "data")
	}
	return false
}

// mapUsed says whether some picture uses the image map that e is or is in.
func (t *Tree) mapUsed(e *dom.Element) bool {
	for e != nil && !is(e, "map") {
		e = e.Parent
	}
	if e == nil {
		return false
	}
	if t.pictures == nil {
		t.pictures = map[string]bool{}
		for _, p := range t.doc.All("img", "object") {
			if name := attribute(p, "usemap"); len(name) > 1 && name[0] == '#' {
				t.pictures[name[1:]] = true
			}
		}
	}
	return t.pictures[attribute(e, "name")] || has(e, "id") && t.pictures[attribute(e, "id")]
}
