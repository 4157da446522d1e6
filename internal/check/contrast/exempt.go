package contrast

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// What is known of an element's part in controls that are switched off.
const (
	active   = iota
	perhaps  // it is the label of one, and another name is read out
	inactive // it is in one, or names one
)

// exempt says, by element, whose words need no contrast: those in controls and
// groups that are switched off, and those that name such a control.
func exempt(p *check.OutputPass) []uint8 {
	return p.View.Keep("contrast exempt", func() any { return findExempt(p) }).([]uint8)
}

func findExempt(p *check.OutputPass) []uint8 {
	tree := p.View.Tree()
	free := make([]uint8, len(p.HTML.Elements))
	mark := func(e *dom.Element) {
		role := standards.ARIARole(tree.Role(e))
		if role == nil || !role.Is("group") && !role.Is("widget") {
			return
		}
		free[e.Index] = inactive
		if role.Is("widget") {
			nameless(p, e, free)
		}
	}
	marked := false
	for _, e := range p.HTML.With("aria-disabled", "disabled") {
		if e.Keyword("aria-disabled") == "true" || tree.Disabled(e) {
			marked = true
			mark(e)
		}
		for _, inner := range e.Inside() {
			if e.Keyword("aria-disabled") == "true" || tree.Disabled(inner) {
				marked = true
				mark(inner)
			}
		}
	}
	if !marked {
		return free
	}
	for _, e := range p.HTML.Elements {
		if e.Parent != nil {
			free[e.Index] = max(free[e.Index], free[e.Parent.Index])
		}
	}
	return free
}

// nameless marks what names a control that is switched off.
func nameless(p *check.OutputPass, e *dom.Element, free []uint8) {
	tree := p.View.Tree()
	source := tree.NameSource(e)
	for _, label := range tree.Labels(e) {
		free[label.Index] = max(free[label.Index], perhaps)
		if source == "label" {
			free[label.Index] = inactive
		}
	}
	if source == "aria-labelledby" {
		ids, _ := e.Attribute("aria-labelledby")
		for _, id := range strings.Fields(ids) {
			if named := p.HTML.ByID(id); named != nil {
				free[named.Index] = inactive
			}
		}
	}
}
