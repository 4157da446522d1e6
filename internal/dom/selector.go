package dom

import (
	"slices"
	"strconv"
	"strings"
)

// Selector returns a CSS selector that matches this element and no other:
// "#id" if its id is the only one of that name, else the path from the nearest
// element around it that has such an id, or from the root.
func (e *Element) Selector() string {
	var steps []string
	for ; e != nil; e = e.Parent {
		if id, _ := e.Attribute("id"); id != "" && len(e.doc.ids[id]) == 1 && e.doc.ids[id][0] == e {
			steps = append(steps, "#"+escape(id))
			break
		}
		steps = append(steps, e.step())
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}

// step is the part of a path that picks e among its siblings.
func (e *Element) step() string {
	name := escape(e.Tag)
	if strings.ToLower(e.Tag) != e.Tag {
		name = "*" // cascadia knows names in lower case only
	}
	if e.Parent == nil || e.onlyOne {
		return name
	}
	if p := e.Parent; p.Parent == nil && (e.Tag == "head" || e.Tag == "body") && p.single(e.Tag) {
		return name
	}
	return name + ":nth-child(" + strconv.Itoa(int(e.nth)) + ")"
}

func (e *Element) single(tag string) bool {
	n := 0
	for _, c := range e.Children {
		if c.Element != nil && c.Element.Tag == tag {
			n++
		}
	}
	return n == 1
}

// escape writes an identifier as CSSOM's "serialize an identifier" does.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		digit := '0' <= r && r <= '9'
		switch {
		case r == 0:
			b.WriteRune('\uFFFD')
		case r < 0x20 || r == 0x7f || digit && (i == 0 || i == 1 && s[0] == '-'):
			b.WriteString("\\" + strconv.FormatInt(int64(r), 16) + " ")
		case r == '-' && len(s) == 1:
			b.WriteString(`\-`)
		case r >= 0x80 || r == '-' || r == '_' || digit || r < 0x80 && letter(byte(r)):
			b.WriteRune(r)
		default:
			b.WriteByte('\\')
			b.WriteRune(r)
		}
	}
	return b.String()
}
