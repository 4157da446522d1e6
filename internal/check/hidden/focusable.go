package hidden

import (
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
		t := p.View.Tree()
		var moved map[string]bool
		end := 0 // of what is hidden
		for _, e := range p.HTML.Elements {
			if keyword(e, "aria-hidden") == "true" {
				end = max(end, e.End)
			}
			if e.Index >= end || !t.TabStop(e) {
				continue
			}
			if moved == nil {
				moved = focusWords(p.HTML)
			}
			if has(e, "onfocus") || has(e, "onfocusin") || moved[attribute(e, "id")] {
				p.AskOn(e, "the keyboard reaches this element, which screen readers are not told of; does its script hand the focus on?")
				continue
			}
			p.FoundOn(e, "the keyboard reaches this element, and screen readers are not told of it")
		}
	},
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
