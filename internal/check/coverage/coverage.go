// Package coverage checks what a library as a whole shows: that exploitation
// at work is in it, that it is not shown through migrants alone, that the
// stories do not all have one setting, and that trafficking is explained by
// both of its kinds.
//
// These are about a choice of stories, never about a story. What an author
// wrote is not at fault, so the place is the configuration.
package coverage

import (
	"embed"
	"slices"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/kind"
	"handrail/internal/site"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, labour, migrants, oneSetting, trafficking)
}

// A story is one of the library, whatever languages it is in.
type story struct {
	page    *site.Page
	context []string
}

// stories lists each story once, in the first language that has it.
func stories(s *site.Site) []story {
	var all []story
	seen := map[string]bool{}
	for _, p := range s.Pages {
		data, ok := p.Data.(*kind.Story)
		if id := p.Common().ID; ok && !seen[id] {
			seen[id] = true
			all = append(all, story{p, data.Context})
		}
	}
	return all
}

// atWork tells whether a story is about work: by a context called labour, or
// one that the configuration marks so.
func (t story) atWork(s *site.Site) bool {
	return slices.ContainsFunc(t.context, func(id string) bool { return isLabour(s, id) })
}

func isLabour(s *site.Site, id string) bool {
	if id == "labour" || id == "labor" {
		return true
	}
	for _, label := range s.Config.Contexts {
		if label.ID == id {
			return label.Labour
		}
	}
	return false
}

// words divides a text into its words, in small letters.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit)
	})
}

// primary is the main part of the tag of a page's language.
func primary(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}
