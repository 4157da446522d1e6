package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/markdown"
	"handrail/internal/parity"
	"handrail/internal/source"
)

// spoken are the keys of front matter whose texts are translated.
var spoken = map[string]bool{
	"title": true, "tab_title": true, "summary": true, "content_notes": true, "contact": true,
	"pause_text": true, "costs_upfront": true, "access": true, "refusal": true,
	"alt": true, "caption": true, "name": true, "text": true, "used_by": true, "avoided_by": true, "place": true,
}

// Parts lists what of the page is translated, part by part: first what stands in
// the front matter, then the body.
func (p *Page) Parts() []parity.Part {
	var parts []parity.Part
	var walk func(key string, said bool, v fields.Value)
	walk = func(key string, said bool, v fields.Value) {
		switch {
		case v.Table != nil:
			for _, e := range v.Table.Entries {
				walk(key+"."+e.Key, spoken[e.Key], e.Value)
			}
		case v.Type == fields.List:
			for i, item := range v.List {
				walk(fmt.Sprintf("%s.%s", key, itemKey(item, i)), said, item)
			}
		case said && v.Type == fields.String && strings.TrimSpace(v.Str) != "":
			parts = append(parts, parity.Part{Key: oneWord(key), Front: true, Text: v.Str, At: v.At})
		}
	}
	for _, e := range p.Front.Entries {
		walk(e.Key, spoken[e.Key], e.Value)
	}
	return append(parts, p.bodyParts()...)
}

// itemKey names an item of a list: by its id, which is the same in every
// language, else by its number.
func itemKey(item fields.Value, i int) string {
	if item.Table != nil {
		if id, ok := item.Table.Find("id"); ok && id.Value.Str != "" {
			return id.Value.Str
		}
	}
	return fmt.Sprint(i)
}

func oneWord(s string) string { return strings.Join(strings.Fields(s), "_") }

// bodyParts lists the running text, the titles that containers have as
// attributes, captions, and the addresses of other places: a changed address on
// a page that people act on is a changed fact.
func (p *Page) bodyParts() []parity.Part {
	var parts []parity.Part
	add := func(key, section, text string, at source.Place) {
		if strings.TrimSpace(text) != "" {
			parts = append(parts, parity.Part{Key: key, Section: section, Text: text, At: at})
		}
	}
	for _, b := range p.Doc.Blocks {
		section := ""
		if b.Container != nil {
			section = b.Container.ID
		}
		add(string(b.Kind), section, b.Text, b.At)
	}
	for _, c := range p.Doc.Containers {
		for _, key := range []string{"title", "source"} {
			add(c.Name+"-"+key, c.ID, c.Attributes[key], c.At)
		}
	}
	for _, i := range p.Doc.Images {
		add("caption", "", i.Title, i.At)
	}
	for _, l := range p.Doc.Links {
		if elsewhere(l.Destination) {
			add("address", "", l.Destination, l.At)
		}
	}
	slices.SortStableFunc(parts, func(a, b parity.Part) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Col, b.At.Col))
	})
	p.nameSections(parts)
	return parts
}

// nameSections gives each part the heading it stands under: the id that a writer
// gave it, or else its number.
func (p *Page) nameSections(parts []parity.Part) {
	written := map[source.Place]string{}
	for _, id := range p.Doc.IDs {
		if id.Explicit {
			written[id.At] = id.ID
		}
	}
	section, number := "", 0
	for i := range parts {
		if parts[i].Key == string(markdown.HeadingText) {
			number++
			section = written[parts[i].At]
			if section == "" {
				section = fmt.Sprintf("heading %d", number)
			}
		}
		if parts[i].Section == "" {
			parts[i].Section = section
		}
	}
}

// elsewhere tells a link that leaves the site.
func elsewhere(destination string) bool {
	scheme, _, ok := strings.Cut(destination, ":")
	return ok && !strings.ContainsAny(scheme, "/#?") || strings.HasPrefix(destination, "//")
}
