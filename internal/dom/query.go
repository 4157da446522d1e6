package dom

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/andybalholm/cascadia"

	"handrail/internal/source"
)

// All returns the elements with one of the tags, in document order; every
// element without a tag. Contents of templates are among them. The slice is not
// the caller's to change.
func (d *Document) All(tags ...string) []*Element {
	if len(tags) == 0 {
		return d.Elements
	}
	return merge(d.byTag(), tags)
}

// With returns the elements on which one of the attributes is written, in
// document order. Contents of templates are among them. The slice is not the
// caller's to change.
func (d *Document) With(attributes ...string) []*Element {
	return merge(d.byAttribute(), attributes)
}

// merge joins lists of elements in document order, each element once.
func merge(lists map[string][]*Element, names []string) []*Element {
	var merged []*Element
	several := false
	for _, name := range names {
		switch some := lists[name]; {
		case len(some) == 0:
		case merged == nil:
			merged = some
		default:
			merged, several = append(merged[:len(merged):len(merged)], some...), true
		}
	}
	if several {
		slices.SortFunc(merged, func(a, b *Element) int { return a.Index - b.Index })
		merged = slices.Compact(merged)
	}
	return merged
}

// Find returns the elements that a CSS selector matches, in document order.
// The error is about the selector.
func (d *Document) Find(selector string) ([]*Element, error) {
	group, err := cascadia.ParseGroup(selector)
	if err != nil {
		return nil, fmt.Errorf("selector %q: %w", selector, err)
	}
	byNode := d.byNode()
	var found []*Element
	for _, n := range cascadia.QueryAll(d.top, group) {
		if e := byNode[n]; e != nil {
			found = append(found, e)
		}
	}
	return found, nil
}

// ByID returns the first element with that id, nil without one. Contents of
// templates have no ids.
func (d *Document) ByID(id string) *Element {
	if all := d.ids[id]; len(all) > 0 {
		return all[0]
	}
	return nil
}

// DuplicateIDs returns, for each id that several elements have, those elements
// in document order; sorted by the second of them.
func (d *Document) DuplicateIDs() [][]*Element {
	var all [][]*Element
	for _, elements := range d.ids {
		if len(elements) > 1 {
			all = append(all, elements)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i][1].Index < all[j][1].Index })
	return all
}

// Attribute returns the value of an attribute and whether it is written.
func (e *Element) Attribute(name string) (value string, written bool) {
	for i := range e.Attributes {
		if e.Attributes[i].Name == name {
			return e.Attributes[i].Value, true
		}
	}
	return "", false
}

// Inside returns the elements below e, in document order.
func (e *Element) Inside() []*Element { return e.doc.Elements[e.Index+1 : e.End] }

// Text returns all text below e, as written, white space and all. What a
// reader does not see as text (script, style, template, noscript) is left out
// unless e itself is such an element.
func (e *Element) Text() string {
	var b strings.Builder
	type step struct {
		of *Element
		at int
	}
	path := []step{{e, 0}}
	for len(path) > 0 {
		top := &path[len(path)-1]
		if top.at == len(top.of.Children) {
			path = path[:len(path)-1]
			continue
		}
		child := top.of.Children[top.at]
		top.at++
		if child.Element == nil {
			b.WriteString(child.Text)
		} else if !child.Element.unseen() {
			path = append(path, step{child.Element, 0})
		}
	}
	return b.String()
}

func (e *Element) unseen() bool {
	switch e.Tag {
	case "script", "style":
		return true
	case "template", "noscript":
		return e.Namespace == HTML
	}
	return false
}

// Position returns the line and column of the start tag, both from 1; columns
// count characters. What nobody wrote stands where its parent stands.
func (e *Element) Position() (line, col int) {
	at := e.doc.lines().At(e.Offset)
	return at.Line, at.Col
}

// Place returns the position as a place in the file with that path.
func (e *Element) Place(path string) source.Place {
	line, col := e.Position()
	return source.Place{Path: path, Line: line, Col: col}
}

// Source returns where the writer wrote this: the path and byte offset in
// data-at of the element itself or the nearest one around it that has it.
func (e *Element) Source() (path string, offset int, ok bool) {
	for ; e != nil; e = e.Parent {
		if path, offset, ok := e.place(contentAttribute); ok {
			return path, offset, true
		}
	}
	return "", 0, false
}

// Origin returns where what made the element is written: in content, or in a
// layout of the site's own theme. The nearest of the elements around it that
// tells decides.
func (e *Element) Origin() (path string, offset int, ok bool) {
	for ; e != nil; e = e.Parent {
		for _, attribute := range []string{contentAttribute, LayoutAttribute} {
			if path, offset, ok := e.place(attribute); ok {
				return path, offset, true
			}
		}
	}
	return "", 0, false
}

// place reads a path and a byte offset, as in "content/en/a.md:12".
func (e *Element) place(attribute string) (path string, offset int, ok bool) {
	value, written := e.Attribute(attribute)
	if !written {
		return "", 0, false
	}
	colon := strings.LastIndexByte(value, ':')
	if colon <= 0 {
		return "", 0, false
	}
	offset, err := strconv.Atoi(value[colon+1:])
	return value[:colon], offset, err == nil && offset >= 0
}
