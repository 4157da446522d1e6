package axtree

import (
	"strconv"
	"strings"

	"handrail/internal/dom"
)

// Focusable says whether the element can take the focus, by keyboard, by mouse
// or by script (HTML 6.6). What isn't rendered, is invisible, inert or disabled
// cannot; what is only hidden from assistive technology can.
func (t *Tree) Focusable(e *dom.Element) bool {
	if _, set := TabIndex(e); !set && !t.naturallyFocusable(e) {
		return false
	}
	return !t.Disabled(e) && t.reachable(e)
}

// TabStop says whether the Tab key gets to the element.
func (t *Tree) TabStop(e *dom.Element) bool {
	index, set := TabIndex(e)
	return t.Focusable(e) && (!set || index >= 0)
}

// TabIndex reads the tabindex attribute by HTML's rules for integers: "1st" is 1.
func TabIndex(e *dom.Element) (index int, set bool) {
	value, written := e.Attribute("tabindex")
	if !written {
		return 0, false
	}
	value = strings.TrimLeft(value, space)
	end := 0
	if end < len(value) && (value[0] == '-' || value[0] == '+') {
		end++
	}
	for end < len(value) && '0' <= value[end] && value[end] <= '9' {
		end++
	}
	index, err := strconv.Atoi(value[:end])
	return index, err == nil
}

func (t *Tree) naturallyFocusable(e *dom.Element) bool {
	if e.Namespace != dom.HTML {
		return e.Namespace == dom.SVG && e.Tag == "a" && linked(e)
	}
	switch e.Tag {
	case "a", "area":
		return linked(e)
	case "input":
		return inputType(e) != "hidden"
	case "button", "select", "textarea", "iframe", "embed", "frame":
		return true
	case "audio", "video":
		return has(e, "controls")
	case "summary":
		return opens(e)
	}
	return editingHost(e)
}

// opens says whether e is the summary that opens and closes its details.
func opens(e *dom.Element) bool {
	return is(e, "summary") && is(e.Parent, "details") && child(e.Parent, "summary") == e
}

// editingHost says whether the element's text can be edited in place.
func editingHost(e *dom.Element) bool {
	value, written := e.Attribute("contenteditable")
	if !written || e.Namespace != dom.HTML {
		return false
	}
	switch lower(value) {
	case "", "true", "plaintext-only":
		return true
	}
	return false
}

// Disabled says whether the element is a form control that is switched off, by
// itself or by a fieldset (HTML 4.10.18.5). aria-disabled doesn't count: it
// switches nothing off.
func (t *Tree) Disabled(e *dom.Element) bool {
	if !is(e, "button", "input", "select", "textarea", "fieldset", "optgroup", "option") {
		return false
	}
	return has(e, "disabled") || t.inDisabled(e)
}

// inDisabled says whether e is in a disabled fieldset and not in its legend, or
// an option of a disabled group.
func (t *Tree) inDisabled(e *dom.Element) bool {
	p := e.Parent
	if p == nil {
		return false
	}
	if known := t.disabled[e.Index]; known != unknown {
		return known == yes
	}
	off := t.inDisabled(p)
	if has(p, "disabled") {
		off = off || is(p, "fieldset") && child(p, "legend") != e || is(e, "option") && is(p, "optgroup")
	}
	t.disabled[e.Index] = stateOf(off)
	return off
}

// reachable says whether the element is rendered and visible and nothing around
// it is inert.
func (t *Tree) reachable(e *dom.Element) bool {
	if !t.styles.Visible(e) || !t.rendered(e) {
		return false
	}
	for ; e != nil; e = e.Parent {
		if e.Namespace == dom.HTML && has(e, "inert") || e.Parent != nil && closedAway(e) {
			return false
		}
	}
	return true
}
