package hidden

import (
	"cmp"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var focusable = &check.Check{
	ID:       "hidden/focusable",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "WCAG 1.3.1", "ACT 6cfa84", "axe aria-hidden-focus"),
	Output: func(p *check.OutputPass) {
		end := 0 // of what is hidden
		for _, e := range p.HTML.Elements {
			if e.Index >= end && keyword(e, "aria-hidden") == "true" {
				end = e.End
				reached(p, e)
			}
		}
	},
}

// reached reports a part of the page that is hidden from screen readers, if the
// Tab key gets to it or to something in it.
func reached(p *check.OutputPass, part *dom.Element) {
	t := p.View.Tree()
	var sure, unsure *dom.Element
	for _, e := range p.HTML.Elements[part.Index:part.End] {
		switch {
		case !t.TabStop(e):
		case movesOn(p, e):
			unsure = cmp.Or(unsure, e)
		case knownToAxe(e):
			p.FoundOn(part, "the keyboard reaches "+which(part, e)+", and screen readers are not told of it")
			return
		default:
			sure = cmp.Or(sure, e)
		}
	}
	switch {
	case sure != nil:
		p.FoundBeyondAxe(part, "the keyboard reaches "+which(part, sure)+", and screen readers are not told of it")
	case unsure != nil:
		p.AskOn(part, "the keyboard reaches "+which(part, unsure)+", which screen readers are not told of; does its script hand the focus on?")
	}
}

func which(part, e *dom.Element) string {
	if part == e {
		return "this element"
	}
	return "a <" + e.Tag + "> in this part of the page"
}

// knownToAxe says whether axe-core takes a stop of the Tab key for one. Frames,
// players and text that can be edited are none to it.
func knownToAxe(e *dom.Element) bool {
	return has(e, "tabindex") || e.Is("a", "area", "button", "details", "input", "select", "summary", "textarea")
}

// movesOn says whether a script may hand the focus on as soon as e has it.
func movesOn(p *check.OutputPass, e *dom.Element) bool {
	moved := p.View.Keep("hidden/focusable", func() any { return focusWords(p.HTML) }).(map[string]bool)
	return has(e, "onfocus") || has(e, "onfocusin") || moved[attribute(e, "id")]
}

// focusWords returns the words of the scripts on the page that have to do with
// the focus. An element whose id is one of them may hand the focus on as soon as
// it has it.
func focusWords(page *dom.Document) map[string]bool {
	words := map[string]bool{}
	for _, script := range page.All("script") {
		text := script.Text()
		if !strings.Contains(text, "focus") {
			continue
		}
		for _, word := range strings.FieldsFunc(text, func(r rune) bool {
			return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
		}) {
			words[word] = true
		}
	}
	return words
}
