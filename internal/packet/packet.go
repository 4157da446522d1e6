// Package packet writes the sheet that a person reads before they say yes or
// no.
//
// It is one HTML file without a script or anything from elsewhere, so it can be
// read offline, on any device, or on paper. It shows every word and picture as
// it would appear, where it would appear, what changed since the last yes, the
// terms, and how to answer. Its words are plain, and in the person's language.
package packet

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"time"

	"handrail/internal/approval"
	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/site"
	"handrail/internal/source"
)

//go:embed packet.html
var layout string

//go:embed packet.css
var style string

//go:embed words/*.toml
var wordFiles embed.FS

var page = template.Must(template.New("packet").Funcs(template.FuncMap{
	// A part gets the picture and the packet, whose words it needs.
	"of": func(v *view, of picture) map[string]any { return map[string]any{"Packet": v, "Of": of} },
}).Parse(layout))

// Options say what to show.
type Options struct {
	Site   *site.Site
	Page   *site.Page
	Text   approval.Text // what the page says now
	Before approval.Text // what was approved last; nil for the first time
	Since  time.Time     // when that was; zero where nobody has said yes before
	Today  time.Time
}

// A view is what the layout reads.
type view struct {
	words
	Lang, Dir, Code   string
	Style             template.CSS
	Policy            string
	SiteTitle         string
	ID, Title         string
	TabTitle, Summary string
	Authors, Notes    []string
	WrittenFor        []string
	Contexts, Uses    []string
	Composite         bool
	Contributors      string
	Terms             string
	Pictures          []picture // those above the text
	Body              template.HTML
	Inside            []picture // those in the text, described for people
	Links             []string
	Covered           []approval.Line
	Changes           []Change
	First, NotKept    bool
	Since             string
	Places            []place
	Quoted            []string // titles of pages that quote this one
	Translated        bool
	Day               string
	Blank             []int // lines to write on
}

// A place is somewhere that the piece would show.
type place struct{ Name, What string }

// Write returns the packet of a page.
func Write(o Options) ([]byte, error) {
	w, err := wordsOf(o.Page.Lang)
	if err != nil {
		return nil, err
	}
	p, c := o.Page, o.Page.Common()
	sum := sha256.Sum256([]byte(style))
	v := &view{
		words: w, Lang: p.Lang.Tag, Dir: p.Lang.Dir, Code: o.Text.Sheet(), Style: template.CSS(style),
		Policy: "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'",
		ID:     c.ID, Title: c.Title, TabTitle: c.TabTitle, Summary: c.Summary, Notes: c.ContentNotes, WrittenFor: c.WrittenFor,
		Authors: c.Authors, Covered: o.Text, First: o.Before == nil && o.Since.IsZero(), NotKept: o.Before == nil && !o.Since.IsZero(), Translated: p.Translated(o.Site),
		Day: o.Today.Format(time.DateOnly), Blank: make([]int, 5),
	}
	v.SiteTitle, _ = config.Text(o.Site.Config.Title, p.Lang.Tag, o.Site.Default().Tag)
	if v.TabTitle == "" {
		v.TabTitle = fmt.Sprintf("%s (%d)", w.T("untitled_tab"), p.Number)
	}
	if len(c.Authors) == 1 && c.Authors[0] == "uncredited by choice" {
		v.Authors = []string{w.T("uncredited")}
	}
	if story, ok := p.Data.(*kind.Story); ok {
		v.story(o.Site, p, story)
	}
	if !o.Since.IsZero() {
		v.Since = o.Since.Format(time.DateOnly)
	}
	if o.Before != nil {
		v.Changes = Changes(o.Before, o.Text)
	}
	v.places(o.Site, p)
	if err := v.body(o.Site, p); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := page.Execute(&out, v); err != nil {
		return nil, fmt.Errorf("making the packet: %w", err)
	}
	return out.Bytes(), nil
}

func (v *view) story(s *site.Site, p *site.Page, story *kind.Story) {
	v.Composite, v.Terms = story.Composite, story.TermsOfUse
	v.Contributors = p.Lang.Number(story.Contributors)
	for _, use := range story.Uses {
		v.Uses = append(v.Uses, v.T("use_"+use))
	}
	for _, id := range story.Context {
		name := id
		for _, l := range s.Config.Contexts {
			if l.ID == id {
				name, _ = config.Text(l.Name, p.Lang.Tag, s.Default().Tag)
			}
		}
		v.Contexts = append(v.Contexts, name)
	}
}

// places lists where the piece would show, in the order of the scope.
func (v *view) places(s *site.Site, p *site.Page) {
	address := s.Config.BaseURL + string(p.Address)
	v.Places = []place{
		{v.T("place_web"), v.T("place_web_is", "address", address)},
		{v.T("place_print"), v.T("place_print_is")},
		{v.T("place_feed"), v.T("place_feed_is")},
		{v.T("place_search"), v.T("place_search_is")},
	}
	for _, other := range s.Pages {
		for _, c := range other.Doc.Containers {
			id, _, _ := strings.Cut(c.Attributes["from"], "#")
			if c.Name == "pull-quote" && id == p.Common().ID && other.Lang.Tag == p.Lang.Tag {
				v.Quoted = append(v.Quoted, other.Common().Title)
				break
			}
		}
	}
}

// Key names a kind of line in the person's language, or as it is where there is
// no word for it.
func (v *view) Key(key string) string {
	if text, ok := v.words["key_"+key]; ok {
		return text
	}
	return key
}

// words are the packet's own words in one language.
type words map[string]string

// T returns a word with what stands in braces filled in.
func (w words) T(key string, pairs ...string) string {
	text, ok := w[key]
	if !ok {
		panic("packet: there is no word " + key)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		// Days, addresses and codes keep their own order in text that runs from
		// right to left. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", "\u2066"+pairs[i+1]+"\u2069")
	}
	return text
}

// wordsOf reads the words of a language; English ones stand in where there are
// none. A file of our own that cannot be read is a mistake of ours.
func wordsOf(l lang.Language) (words, error) {
	all := words{}
	for _, tag := range append([]string{"en"}, reversed(l.Parents())...) {
		data, err := wordFiles.ReadFile("words/" + tag + ".toml")
		if err != nil {
			continue
		}
		t, problems := fields.ParseTOML(source.NewFile(tag, data), 0, len(data))
		if len(problems) > 0 {
			return nil, fmt.Errorf("reading the packet's words in %s: %s", tag, problems[0].Message)
		}
		for _, e := range t.Entries {
			all[e.Key] = e.Value.Str
		}
	}
	return all, nil
}

func reversed(tags []string) []string {
	var back []string
	for i := len(tags) - 1; i >= 0; i-- {
		back = append(back, tags[i])
	}
	return back
}
