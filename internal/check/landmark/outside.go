package landmark

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var outside = &check.Check{
	ID:       "landmark/outside",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe region"),
	Output: func(p *check.OutputPass) {
		var apart []int // where landmarks and the like begin
		regions := false
		for _, e := range p.HTML.Elements {
			if landmark(p, e) {
				regions = true
			}
			if standsAlone(p, e) {
				apart = append(apart, e.Index)
			}
		}
		if !regions {
			return // landmark/no-main says so
		}
		all := p.HTML.Elements
		for i := 0; i < len(all); i++ {
			e := all[i]
			if standsAlone(p, e) {
				i = e.End - 1
				continue
			}
			next, _ := slices.BinarySearch(apart, e.Index)
			whole := next == len(apart) || apart[next] >= e.End
			switch {
			case whole && slices.ContainsFunc(all[i:e.End], func(in *dom.Element) bool { return says(p, in) }):
				p.FoundOn(e, "this part of the page stands in no region, such as its head, main part or foot")
				i = e.End - 1
			case whole:
				i = e.End - 1
			case says(p, e):
				p.FoundOn(e, "words in here stand in no region of the page, such as its head, main part or foot")
			}
		}
	},
}

// standsAlone says whether all in e is in a region, needs none, or isn't told.
func standsAlone(p *check.OutputPass, e *dom.Element) bool {
	return e.Is("head", "script", "style", "template", "noscript", "dialog", "iframe") || landmark(p, e) ||
		live(p.View.Tree().Role(e)) || announced(e) || skipLink(p, e) || e.Namespace != dom.HTML
}

// announced says whether changes in e are read out because its author asks for it.
func announced(e *dom.Element) bool {
	live := e.Keyword("aria-live")
	return live == "polite" || live == "assertive"
}

// says whether there are words directly in e, or it is something to see, hear or
// use that assistive technology is told of.
func says(p *check.OutputPass, e *dom.Element) bool {
	label, _ := e.Attribute("aria-label")
	return (holdsWords(e) || strings.TrimSpace(label) != "" || e.Is("input", "select", "textarea", "video", "audio")) && !p.View.Tree().Hidden(e)
}

// live says whether an element of that role is found wherever it stands: what is
// read out when it changes, and a button by itself.
func live(role string) bool {
	switch role {
	case "alert", "log", "status", "alertdialog", "dialog", "button":
		return true
	}
	return false
}

// skipLink says whether e is a link to a part of the page that is there.
func skipLink(p *check.OutputPass, e *dom.Element) bool {
	href, _ := e.Attribute("href")
	id, here := strings.CutPrefix(href, "#")
	return e.Is("a") && here && (id == "" || strings.EqualFold(id, "top") || p.HTML.ByID(id) != nil)
}

// holdsWords says whether words stand directly in e, or it is a picture with a
// name.
func holdsWords(e *dom.Element) bool {
	if alt, _ := e.Attribute("alt"); e.Is("img") && alt != "" {
		return true
	}
	for _, c := range e.Children {
		if c.Element == nil && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}
