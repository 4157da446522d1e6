package name

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var imageRepeats = &check.Check{
	ID:       "name/image-repeats",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe image-redundant-alt"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		var last *dom.Element // the link, button, paragraph, item or cell whose words are known
		words := ""
		for _, e := range p.HTML.All("img") {
			if e.Parent == nil || !is(e, "img") || t.Hidden(e) || t.Role(e) != "image" {
				continue
			}
			name := strings.ToLower(t.Name(e))
			if name == "" {
				continue
			}
			around := e.Parent
			for around != nil && t.Role(around) != "link" && t.Role(around) != "button" && !is(around, "p", "li", "td", "th") {
				around = around.Parent
			}
			if around == nil {
				continue
			}
			if around != last {
				last, words = around, strings.ToLower(strings.Join(strings.Fields(around.Text()), " "))
			}
			const message = "this image says the same words as the text beside it, so they are heard twice"
			switch {
			case words != name:
			case t.Role(around) == "link" && !is(around, "a"):
				p.FoundBeyondAxe(e, message) // which looks in links that HTML knows
			default:
				p.FoundOn(e, message)
			}
		}
	},
}
