package aria

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var parent = &check.Check{
	ID:       "aria/parent",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "ACT ff89c9", "axe aria-required-parent"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("role") {
			role, ok := t.Explicit(e)
			if !ok || strings.HasPrefix(role, "doc-") || role != t.Role(e) || role == t.Implicit(e) || redundant(e, role) {
				continue
			}
			parents := standards.ARIARole(role).Parents
			if len(parents) == 0 || !told(t, e) {
				continue
			}
			around := t.Parent(e)
			if around != nil && slices.Contains(parents, t.Role(around)) {
				continue
			}
			message := fmt.Sprintf("something with the role %s must be right inside one with the role %s", role, strings.Join(parents, " or "))
			if inCustom(e) {
				p.AskOn(e, message+"; does the script of the element around it see to that?")
				continue
			}
			if inProse(t, around, parents) {
				p.FoundBeyondAxe(e, message)
				continue
			}
			p.FoundOn(e, message)
		}
	},
}

// redundant says whether the role is the one that HTML gives the element in its
// right place. That it isn't there is another matter than its role.
func redundant(e *dom.Element, role string) bool {
	switch role {
	case "listitem":
		return is(e, "li")
	case "row":
		return is(e, "tr")
	case "rowgroup":
		return is(e, "tbody", "thead", "tfoot")
	case "cell", "gridcell":
		return is(e, "td")
	case "columnheader", "rowheader":
		return is(e, "th")
	case "caption", "option":
		return is(e, role)
	}
	return false
}

// inProse says whether one of the parents is around e and between them nothing but
// the words of a text, such as a paragraph, whose roles axe-core doesn't know.
func inProse(t *axtree.Tree, e *dom.Element, parents []string) bool {
	for e != nil && slices.Contains(prose, t.Role(e)) && t.Role(e) == t.Implicit(e) {
		e = t.Parent(e)
	}
	return e != nil && slices.Contains(parents, t.Role(e))
}

// prose are roles that HTML gives to the words of a text.
var prose = []string{"code", "deletion", "emphasis", "insertion", "paragraph", "strong", "subscript", "superscript", "time"}

// inCustom says whether e is inside an element of the author's own, where it may
// end up in another place.
func inCustom(e *dom.Element) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if custom(p) {
			return true
		}
	}
	return false
}
