package keyboard

import (
	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var scrolls = &check.Check{
	ID:       "keyboard/scrolls",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.1.1", "ACT 0ssw9k", "axe scrollable-region-focusable"),
	Output: func(p *check.OutputPass) {
		tree, styles := p.View.Tree(), p.View.Styles()
		stops := stopsBefore(p)
		for e := range p.Elements() {
			if e.Namespace != dom.HTML || e.Is("html", "body", "select", "textarea", "iframe", "input", "video", "audio") ||
				!scrollable(styles.Value(e, "overflow-y")) || !p.View.Seen(e) || len(e.Children) == 0 {
				continue
			}
			if stops[e.End] == stops[e.Index] && !tree.Focusable(e) && tall(styles, e) {
				p.AskOn(e, "can this part of the page be scrolled by keyboard? Nothing in it takes the focus")
			}
		}
	},
}

// stopsBefore counts the elements before each Index that the Tab key gets to.
func stopsBefore(p *check.OutputPass) []int {
	before := make([]int, len(p.HTML.Elements)+1)
	for i, e := range p.HTML.Elements {
		before[i+1] = before[i]
		if p.View.Tree().TabStop(e) {
			before[i+1]++
		}
	}
	return before
}

func scrollable(overflow string) bool { return overflow == "auto" || overflow == "scroll" }

// tall says whether styles keep the element from growing with what is in it.
func tall(styles *css.Styles, e *dom.Element) bool {
	for _, name := range []string{"height", "max-height", "block-size", "max-block-size"} {
		if length, ok := styles.Length(e, name); ok && length > 0 {
			return true
		}
	}
	return false
}
