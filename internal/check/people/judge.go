package people

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
)

// One line for each page: a line for each question would bury all else.
var judge = &check.Check{
	ID:       "people/judge",
	Severity: finding.Ask,
	Final:    true,
	Source: func(p *check.SourcePass) {
		if questions := questions(p.Site, p.Page); len(questions) > 0 {
			p.Ask(p.Page.At("title"), "only people can tell: "+strings.Join(questions, " "))
		}
	},
}

// questions are those that a page leaves to people.
func questions(s *site.Site, p *site.Page) []string {
	var all []string
	if p.Kind == "story" {
		all = append(all, "is the yes to it free?", "could anyone be recognised?")
	}
	if pictured(p) {
		all = append(all, "are the words for its pictures true?")
	}
	if p.Translated(s) {
		all = append(all, "does the translation say the same, and well?")
	}
	if p.Kind != "page" {
		all = append(all, "is it told with respect?")
	}
	return all
}

// pictured tells whether a page has a picture with words for people who do not
// see it.
func pictured(p *site.Page) bool {
	for _, i := range p.Common().Images {
		if !i.Decorative {
			return true
		}
	}
	for _, i := range p.Doc.Images {
		if !i.Decorative {
			return true
		}
	}
	return false
}
