package keyboard

import (
	"fmt"
	"net/url"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var skipLink = &check.Check{
	ID:       "keyboard/skip-link",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe skip-link"),
	Output: func(p *check.OutputPass) {
		for e := range p.Elements() {
			if !e.Is("a") || !e.Has("href") || !p.View.Tree().Focusable(e) {
				continue
			}
			href, _ := e.Attribute("href")
			fragment, inside := strings.CutPrefix(strings.TrimSpace(href), "#")
			if !inside {
				return // only links before all others skip anything
			}
			if fragment == "" || strings.EqualFold(fragment, "top") {
				continue
			}
			switch target := leadsTo(p.HTML, fragment); {
			case target == nil:
				p.FoundOn(e, fmt.Sprintf("this link leads to “#%s”, which is not on the page", fragment))
			case !p.View.Styles().Displayed(target):
				p.FoundOn(e, fmt.Sprintf("this link leads to “#%s”, which is not shown", fragment))
			}
		}
	},
}

// leadsTo returns the element that a fragment leads to (HTML 7.4.6.4).
func leadsTo(d *dom.Document, fragment string) *dom.Element {
	if e := d.ByID(fragment); e != nil {
		return e
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		if e := d.ByID(plain); e != nil {
			return e
		}
		fragment = plain
	}
	for _, a := range d.All("a") {
		if name, _ := a.Attribute("name"); name == fragment {
			return a
		}
	}
	return nil
}
