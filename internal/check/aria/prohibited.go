package aria

import (
	"fmt"
	"slices"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var prohibited = &check.Check{
	ID:       "aria/prohibited",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT kb1m8s", "axe aria-prohibited-attr"),
	Output: func(p *check.OutputPass) {
		notHere(p, func(t *axtree.Tree, e *dom.Element, name string) bool {
			switch name {
			case "aria-label", "aria-labelledby", "aria-braillelabel":
			default:
				return false
			}
			r := standards.ARIARole(t.Role(e))
			return r != nil && r.NameProhibited || name == "aria-braillelabel" && writtenNone(t, e)
		}, "names something that may have no name, so most screen readers leave it out")
	},
}

// notHere reports attributes that say something and that a role prohibits. A
// section is left alone: with a name that works it would have a role.
func notHere(p *check.OutputPass, prohibits func(t *axtree.Tree, e *dom.Element, name string) bool, message string) {
	t := p.View.Tree()
	attributes(p.HTML, func(e *dom.Element, name, value string) {
		if blank(value) || !told(t, e) || is(e, "aside", "form", "section") || !prohibits(t, e, name) {
			return
		}
		if custom(e) || misplaced(t, e) || slices.Contains(newlyProhibited, t.Role(e)) {
			p.AskOn(e, fmt.Sprintf("%s %s", name, message))
			return
		}
		if inControl(t, e) {
			p.FoundBeyondAxe(e, fmt.Sprintf("%s %s", name, message))
			return
		}
		p.FoundOn(e, fmt.Sprintf("%s %s", name, message))
	})
}

// inControl says whether axe-core lets an element without a role of its own be
// named, because it is or belongs to a control.
func inControl(t *axtree.Tree, e *dom.Element) bool {
	if _, explicit := t.Explicit(e); explicit {
		return false
	}
	if is(e, "summary") {
		return true
	}
	for up := e.Parent; up != nil; up = up.Parent {
		if r := standards.ARIARole(t.Role(up)); r != nil && t.Role(up) != "generic" && t.Role(up) != "none" {
			return r.Is("widget")
		}
	}
	return false
}

// newlyProhibited are roles that ARIA 1.2 lets be named and ARIA 1.3 doesn't.
var newlyProhibited = []string{"definition", "term", "time"}

// writtenNone says whether role none is written on e. The attributes for braille
// are younger than the rule that others take that role back.
func writtenNone(t *axtree.Tree, e *dom.Element) bool {
	role, _ := t.Explicit(e)
	return role == "none"
}
