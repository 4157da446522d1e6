package css

import (
	"slices"
	"strings"
	"unicode"

	"handrail/internal/dom"
)

// states are the interactions that are assumed to go on.
type states struct{ focus, visible, within, hover, active bool }

// about says whether the pseudo-class is about such interactions.
func (states) about(name string) bool {
	switch name {
	case "hover", "active", "focus", "focus-visible", "focus-within", "-moz-focusring":
		return true
	}
	return false
}

// pseudo answers a pseudo-class without arguments. What only a running browser
// knows (:valid, :playing, :visited) is false.
func (m *matcher) pseudo(e *dom.Element, name string) bool {
	switch name {
	case "root":
		return e.Parent == nil
	case "scope":
		if m.anchor != nil {
			return e == m.anchor
		}
		return e.Parent == nil
	case "empty":
		return !slices.ContainsFunc(e.Children, func(n dom.Node) bool { return n.Element != nil || n.Text != "" })
	case "link", "any-link":
		return isLink(e)
	case "hover", "active", "focus", "focus-visible", "focus-within", "-moz-focusring":
		return m.state(e, name)
	case "defined":
		return e.Namespace != dom.HTML || !strings.Contains(e.Tag, "-")
	case "open":
		_, open := e.Attribute("open")
		return open && (e.Tag == "details" || e.Tag == "dialog")
	}
	if e.Namespace != dom.HTML {
		return false
	}
	return formPseudo(e, name)
}

// state says whether an interaction concerns e.
func (m *matcher) state(e *dom.Element, name string) bool {
	s := m.styles.states
	target := m.styles.on
	if target == nil {
		target = m.self
	}
	if target == nil {
		return false
	}
	here := e == target
	around := here || e.Index <= target.Index && target.Index < e.End
	switch name {
	case "hover":
		return s.hover && around
	case "active":
		return s.active && around
	case "focus":
		return s.focus && here
	case "focus-visible", "-moz-focusring":
		return s.visible && here
	}
	return (s.focus || s.visible || s.within) && around
}

func isLink(e *dom.Element) bool {
	_, href := e.Attribute("href")
	switch e.Tag {
	case "a", "area":
		if e.Namespace == dom.SVG && !href {
			_, href = e.Attribute("xlink:href")
		}
		return href
	}
	return false
}

// formPseudo answers the pseudo-classes of HTML 4.17.
func formPseudo(e *dom.Element, name string) bool {
	has := func(attribute string) bool { _, written := e.Attribute(attribute); return written }
	input := e.Tag == "input"
	kind, _ := e.Attribute("type")
	kind = lower(kind)
	control := slices.Contains([]string{"input", "select", "textarea"}, e.Tag)
	switch name {
	case "enabled", "disabled":
		return canDisable(e) && disabled(e) == (name == "disabled")
	case "checked":
		return input && (kind == "checkbox" || kind == "radio") && has("checked") || e.Tag == "option" && selected(e)
	case "default":
		return input && (kind == "checkbox" || kind == "radio") && has("checked") || e.Tag == "option" && has("selected")
	case "indeterminate":
		return e.Tag == "progress" && !has("value")
	case "required":
		return control && has("required")
	case "optional":
		return control && !has("required")
	case "read-only", "read-write":
		return writable(e, kind) == (name == "read-write")
	case "placeholder-shown":
		value, _ := e.Attribute("value")
		return has("placeholder") && (input && value == "" || e.Tag == "textarea" && e.Text() == "")
	case "popover-open", "modal":
		return false
	}
	return false
}

func canDisable(e *dom.Element) bool {
	switch e.Tag {
	case "button", "input", "select", "textarea", "optgroup", "option", "fieldset":
		return true
	}
	return false
}

// disabled follows HTML 4.10.18.5: also by a fieldset around it, but for what is
// in that fieldset's first legend.
func disabled(e *dom.Element) bool {
	if _, written := e.Attribute("disabled"); written {
		return true
	}
	if e.Tag == "option" {
		if p := e.Parent; p != nil && p.Tag == "optgroup" {
			_, written := p.Attribute("disabled")
			return written
		}
		return false
	}
	if e.Tag == "optgroup" {
		return false
	}
	for child, p := e, e.Parent; p != nil; child, p = p, p.Parent {
		if p.Tag != "fieldset" || p.Namespace != dom.HTML {
			continue
		}
		if _, written := p.Attribute("disabled"); written && child != firstLegend(p) {
			return true
		}
	}
	return false
}

func firstLegend(fieldset *dom.Element) *dom.Element {
	for _, c := range fieldset.Children {
		if c.Element != nil && c.Element.Tag == "legend" {
			return c.Element
		}
	}
	return nil
}

// selected says whether an option is chosen at first: the marked one, else the
// first one of a drop-down list.
func selected(e *dom.Element) bool {
	if _, written := e.Attribute("selected"); written {
		return true
	}
	list := e.Parent
	for list != nil && list.Tag != "select" {
		list = list.Parent
	}
	if list == nil {
		return false
	}
	if _, multiple := list.Attribute("multiple"); multiple {
		return false
	}
	var first *dom.Element
	for _, x := range list.Inside() {
		if x.Tag != "option" {
			continue
		}
		if _, written := x.Attribute("selected"); written {
			return false
		}
		if first == nil {
			first = x
		}
	}
	return first == e
}

// writable says whether e is one of those that :read-write is about.
func writable(e *dom.Element, kind string) bool {
	_, readonly := e.Attribute("readonly")
	switch e.Tag {
	case "textarea":
		return !readonly && !disabled(e)
	case "input":
		switch kind {
		case "hidden", "range", "color", "checkbox", "radio", "file", "submit", "image", "reset", "button":
			return false
		}
		return !readonly && !disabled(e)
	}
	for ; e != nil; e = e.Parent {
		if value, written := e.Attribute("contenteditable"); written {
			return lower(value) != "false"
		}
	}
	return false
}

// speech returns the tag of an element's language in lower case, "" where none
// is said.
func speech(e *dom.Element) string {
	for ; e != nil; e = e.Parent {
		if value, written := e.Attribute("lang"); written {
			return lower(value)
		}
		if value, written := e.Attribute("xml:lang"); written {
			return lower(value)
		}
	}
	return ""
}

// languageMatches follows RFC 4647's extended filtering, as Selectors 4 does.
func languageMatches(e *dom.Element, ranges []string) bool {
	tag := speech(e)
	return slices.ContainsFunc(ranges, func(wanted string) bool { return inRange(tag, wanted) })
}

func inRange(tag, wanted string) bool {
	if tag == "" || wanted == "" {
		return tag == wanted
	}
	have, want := strings.Split(tag, "-"), strings.Split(wanted, "-")
	if want[0] != "*" && want[0] != have[0] {
		return false
	}
	have, want = have[1:], want[1:]
	for len(want) > 0 {
		switch {
		case want[0] == "*":
			want = want[1:]
		case len(have) == 0:
			return false
		case have[0] == want[0]:
			have, want = have[1:], want[1:]
		case len(have[0]) == 1:
			return false
		default:
			have = have[1:]
		}
	}
	return true
}

// direction returns "ltr" or "rtl" (HTML 3.2.6.4). dir="auto" is decided by the
// first letter that has a direction.
func direction(e *dom.Element) string {
	for ; e != nil; e = e.Parent {
		dir, _ := e.Attribute("dir")
		switch lower(dir) {
		case "ltr", "rtl":
			return lower(dir)
		case "auto":
			return textDirection(e.Text())
		}
		if e.Tag == "bdi" {
			return textDirection(e.Text())
		}
	}
	return "ltr"
}

func textDirection(s string) string {
	for _, r := range s {
		switch {
		case r < 0x590:
			if unicode.IsLetter(r) {
				return "ltr"
			}
		case r <= 0x8FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF ||
			0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF:
			if unicode.IsLetter(r) {
				return "rtl"
			}
		case unicode.IsLetter(r):
			return "ltr"
		}
	}
	return "ltr"
}
