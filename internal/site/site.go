// Package site is the library as it was loaded: pages, translations, links,
// data. Nothing in it changes after load, so that pages can be checked and
// rendered side by side.
package site

import (
	"strings"

	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/parity"
	"handrail/internal/source"
	"handrail/internal/terms"
)

// A Site is a whole library.
type Site struct {
	Config    *config.Config
	Languages []lang.Language     // the first one is the default
	Pages     []*Page             // by language in the order of Languages, then by path
	Pictures  map[string]*Picture // those that a page uses, by path
	// PictureFiles lists every file beside the pages that is no page, sorted.
	PictureFiles []string
	Tracking     []*Tracking
	Terms        terms.Lists             // words with care, by language
	Files        map[string]*source.File // every text file that was read, by path
	Held         map[string]Held         // how hard pages may stay, by path
	Problems     []finding.Problem       // what was wrong with the files themselves

	byPath   map[string]*Page
	byID     map[string]*Page // language/id
	byPlace  map[Address]*Page
	byName   map[string]*Page   // language/file name, without its ending
	lists    map[Address]bool   // pages that Handrail makes by itself
	roles    map[string]*Page   // language/role
	listed   map[string][]*Page // language/kind
	position map[*Page]int      // in the list of its own language
	whole    *Site              // with the pages that are withheld from this one; nil where this is it
	records  map[*Page]*parity.Record
}

// A Page is one file of content.
type Page struct {
	Kind    string
	Data    kind.Data
	File    *source.File
	Lang    lang.Language
	Path    string // below the language's folder: "stories/s-7kq2.md"
	Folder  string // of Path: "stories", or "" at the top
	Address Address
	Front   *fields.Table // without [private]
	Doc     *markdown.Document

	// Number counts the pages of the same kind and language, from 1, in the
	// order of their paths. A tab title may show it: "Story 4".
	Number int

	Translations map[string]*Page // by language tag, the page itself included
	Translation  *Translation     // how it stands to its source; nil for a page that is a source
	Short, Long  *Page            // the short version, or the long one
	Pair         *Page            // host's guide and speaker's sheet

	Prompts         []*Prompt
	Recommendations []*Recommendation
	Harms           []*Harm

	// Unapproved marks a page that only the preview may show.
	Unapproved bool

	anchors map[string]bool
	except  []string // surfaces that it must not show on
}

// Common returns what every kind of content says about itself.
func (p *Page) Common() *kind.Common { return p.Data.Shared() }

// Role returns the role of a page of kind page, or nothing.
func (p *Page) Role() string {
	if page, ok := p.Data.(*kind.Page); ok {
		return page.Role
	}
	return ""
}

// At returns the place of a front matter key ("image.0.alt" for one within a
// list), or the start of the file where it is not written.
func (p *Page) At(key string) source.Place { return FieldPlace(p.Front, p.File, key) }

// In returns the page with that content id in a language; where there is none,
// the one in the language that an Easy Read form is made from, in the default
// language, else in the first language that has it, or nil.
// The caller says in words which language it is.
func (s *Site) In(tag, id string) *Page {
	if p := s.byID[tag+"/"+id]; p != nil {
		return p
	}
	if l, ok := s.Language(tag); ok && l.Easy() {
		if p := s.byID[l.Plain().Tag+"/"+id]; p != nil {
			return p
		}
	}
	for _, l := range s.Languages {
		if p := s.byID[l.Tag+"/"+id]; p != nil {
			return p
		}
	}
	return nil
}

// Language returns the site's language with that tag.
func (s *Site) Language(tag string) (lang.Language, bool) {
	for _, l := range s.Languages {
		if l.Tag == tag {
			return l, true
		}
	}
	return lang.Language{}, false
}

// Default is the first language.
func (s *Site) Default() lang.Language { return s.Languages[0] }

// ByPath returns the page of a content file, or nil.
func (s *Site) ByPath(path string) *Page { return s.byPath[path] }

// At returns the page at an address, or nil.
func (s *Site) At(a Address) *Page { return s.byPlace[a] }

// OfRole returns the page of a role in a language, or nil.
func (s *Site) OfRole(tag, role string) *Page { return s.roles[tag+"/"+role] }

// Listed returns the pages of a kind as a reader of a language finds them: in
// that language where there is one, else in another. The default language sets
// the order, so that it is the same in each. The list is shared: do not change it.
func (s *Site) Listed(tag, kindName string) []*Page { return s.listed[tag+"/"+kindName] }

// Neighbours returns the pages before and after a page in the list of its kind
// and language, or nil.
func (s *Site) Neighbours(p *Page) (before, after *Page) {
	listed := s.Listed(p.Lang.Tag, p.Kind)
	i, ok := s.position[p]
	if !ok {
		return nil, nil
	}
	if i > 0 {
		before = listed[i-1]
	}
	if i+1 < len(listed) {
		after = listed[i+1]
	}
	return before, after
}

// FieldPlace returns the place of a key of front matter, dotted where it is
// within a table or a list.
func FieldPlace(front *fields.Table, f *source.File, key string) source.Place {
	place := source.Place{Path: f.Path, Line: 1, Col: 1}
	table := front
	var list []fields.Value
	for _, part := range strings.Split(key, ".") {
		if list != nil {
			i := 0
			for _, r := range part {
				i = i*10 + int(r-'0')
			}
			if i < 0 || i >= len(list) {
				return place
			}
			place, table, list = list[i].At, list[i].Table, nil
			continue
		}
		if table == nil {
			return place
		}
		entry, ok := table.Find(part)
		if !ok {
			return place
		}
		place, table, list = entry.At, entry.Value.Table, entry.Value.List
	}
	return place
}
