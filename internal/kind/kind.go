// Package kind knows the kinds of content and what the front matter of each
// one holds.
//
// A kind is a struct: its `field` tags are the schema, its Problems method the
// rules that a type cannot express. Long prose belongs in the body; front
// matter holds data. What is the same for every kind is in Common.
package kind

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// Data is the front matter of one file: a pointer to Story, Workbook, Guide,
// Event, Glossary or Page.
type Data interface {
	// Shared returns the part that every kind has.
	Shared() *Common
	// Problems says what is wrong beyond types and required keys.
	Problems(at Places) []finding.Problem
}

// Places tells where a key of the front matter stands; the start of the front
// matter where the key is not written.
type Places func(key string) source.Place

// A Kind is one row of the table of kinds.
type Kind struct {
	Name   string
	Folder string // the folder below the language whose files are of this kind; "" for none
	New    func() Data
}

// Kinds lists the kinds in the order in which a site shows them.
func Kinds() []Kind {
	return []Kind{
		{"story", "stories", func() Data { return new(Story) }},
		{"workbook", "workbooks", func() Data { return new(Workbook) }},
		{"guide", "guides", func() Data { return new(Guide) }},
		{"event", "events", func() Data { return new(Event) }},
		{"glossary", "", func() Data { return new(Glossary) }},
		{"page", "", func() Data { return new(Page) }},
	}
}

// Named returns the kind of that name.
func Named(name string) (Kind, bool) {
	i := slices.IndexFunc(Kinds(), func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return Kinds()[i], true
}

// Names lists the names of all kinds.
func Names() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// Common is what every kind of content may say about itself.
type Common struct {
	Kind          string   `field:"kind"`
	ID            string   `field:"id"` // stable and the same in every language
	Title         string   `field:"title,required"`
	TabTitle      string   `field:"tab_title"` // true but discreet
	Lang          string   `field:"lang"`      // BCP 47
	Summary       string   `field:"summary,required"`
	WrittenFor    []string `field:"written_for"` // regions
	Version       int      `field:"version"`
	Changed       string   `field:"changed"` // year-month, 2026-03
	Audience      []string `field:"audience"`
	Authors       []string `field:"authors"`
	ContentNotes  []string `field:"content_notes"`
	TranslationOf string   `field:"translation_of"`
	ShortOf       string   `field:"short_of"` // id of the long version
	AdaptedFrom   string   `field:"adapted_from"`
	AdaptedBy     string   `field:"adapted_by"`
	ReviewedBy    string   `field:"reviewed_by"` // the fluent person or group who checked a translation
	TestedBy      []string `field:"tested_by"`   // readers who tried an Easy Read page; groups welcome
	Machine       bool     `field:"machine_translated"`
	Vital         bool     `field:"vital"` // people act on it: it is kept the same in every language
	Draft         bool     `field:"draft"`
	Images        []Image  `field:"image"`
}

// An Image is a picture that belongs to the whole piece.
type Image struct {
	Src        string `field:"src,required"`
	Alt        string `field:"alt"`
	Decorative bool   `field:"decorative"`
	Caption    string `field:"caption"`
	Credit     string `field:"credit"`
	// Description is the id of what describes a chart or a map at length.
	Description string `field:"description"`
}

// Shared returns c itself, so that every kind that embeds Common is Data.
func (c *Common) Shared() *Common { return c }

// problems are those of the keys that every kind shares.
func (c *Common) problems(at Places) []finding.Problem {
	var found []finding.Problem
	if c.ID != "" && !validID(c.ID) {
		found = append(found, value(at("id"), "`id` is part of the address, so it can hold only the letters a to z, digits and hyphens",
			"Write it like s-7kq2 or repair-guide."))
	}
	if c.Changed != "" && !validMonth(c.Changed) {
		found = append(found, value(at("changed"), fmt.Sprintf("`changed` needs a year and a month, and %q is not one", c.Changed),
			`Write it like "2026-03".`))
	}
	if c.Version < 0 {
		found = append(found, value(at("version"), "`version` counts from 1", "Write 1 for the first version."))
	}
	return found
}

// value is a problem with the value of a key.
func value(at source.Place, message, fix string) finding.Problem {
	return finding.Problem{At: at, Rule: "front/value", Message: message, Fix: fix}
}

// oneOf is a problem unless v is one of the allowed words or empty.
func oneOf(at Places, key, v string, allowed ...string) []finding.Problem {
	if v == "" || slices.Contains(allowed, v) {
		return nil
	}
	message := fmt.Sprintf("`%s` cannot be %q", key, v)
	if near := fields.Nearest(v, allowed); near != "" {
		message += fmt.Sprintf("; did you mean %q?", near)
	}
	return []finding.Problem{value(at(key), message, "Choose one of: "+strings.Join(allowed, ", ")+".")}
}

// missing is a problem with a key that this kind requires.
func missing(at Places, key, example string) finding.Problem {
	return finding.Problem{At: at(""), Rule: "front/missing-field",
		Message: fmt.Sprintf("`%s` is missing", key), Fix: "Add a line such as: " + example}
}

func validID(id string) bool {
	for i, r := range id {
		inner := i > 0 && i < len(id)-1
		if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' && inner) {
			return false
		}
	}
	return id != ""
}

func validMonth(s string) bool {
	if len(s) != 7 || s[4] != '-' {
		return false
	}
	for _, i := range []int{0, 1, 2, 3, 5, 6} {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s[5:] >= "01" && s[5:] <= "12"
}
