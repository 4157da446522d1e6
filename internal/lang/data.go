package lang

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"handrail/internal/fields"
	"handrail/internal/source"
)

//go:embed data/*.toml
var files embed.FS

// A record is data/<tag>.toml: what Handrail knows of a language in full.
type record struct {
	Autonym   string    `field:"autonym,required"`
	Months    []string  `field:"months,required"`     // in the form that stands beside a year
	YearMonth string    `field:"year_month,required"` // with {month} and {year}
	Number    numbering `field:"number,required"`
}

// A numbering says how whole numbers are grouped.
type numbering struct {
	Group  string `field:"group"`          // between groups of digits
	Least  int    `field:"least,required"` // digits that a number must have to be grouped
	Indian bool   `field:"indian"`         // groups of two after the first three: 12,34,567
}

// records holds every data/<tag>.toml by tag.
var records = sync.OnceValue(func() map[string]*record {
	all := map[string]*record{}
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		tag := strings.TrimSuffix(e.Name(), ".toml")
		if tag == "names" || tag == "scripts" || tag == "common" {
			continue
		}
		r := &record{}
		mustBeRight(e.Name(), fields.Decode(table(e.Name()), r))
		if len(r.Months) != 12 {
			panic("lang: " + e.Name() + " needs twelve months")
		}
		all[tag] = r
	}
	return all
})

// names holds data/names.toml: autonyms by tag.
var names = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	table("names.toml").Walk(func(tag string, v fields.Value) { all[tag] = v.Str })
	for tag, r := range records() {
		all[tag] = r.Autonym
	}
	return all
})

// scripts holds data/scripts.toml: ISO 15924 codes by tag.
var scripts = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	table("scripts.toml").Walk(func(script string, v fields.Value) { all[v.Str] = script })
	return all
})

func table(name string) *fields.Table {
	data, err := files.ReadFile(path.Join("data", name))
	if err != nil {
		panic(err)
	}
	t, problems := fields.ParseTOML(source.NewFile(name, data), 0, len(data))
	mustBeRight(name, problems)
	return t
}

// mustBeRight stops the program for a mistake in our own tables.
func mustBeRight[P any](name string, problems []P) {
	if len(problems) > 0 {
		panic(fmt.Sprintf("lang: %s: %v", name, problems[0]))
	}
}
