// Package config reads handrail.toml, the one file that says how a library is
// built.
//
// Everything in it has a default, so an empty file is a working library in
// English. A key that is not known is an error and comes with the nearest one
// that is: a setting that is silently ignored could publish what it was meant
// to hold back. Variables of the environment may override single settings for
// one run; they are checked just the same.
package config

import (
	"path"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// Config is the configuration of a library, with defaults filled in.
type Config struct {
	Title       map[string]string // by language
	Description map[string]string // by language
	// Notice is said on every page, for example that a library is only a
	// demonstration; by language.
	Notice map[string]string
	// Leave is where people go who leave the site at once: an https address by
	// language. For a language that is not in it the theme knows one.
	Leave     map[string]string
	BaseURL   string   // http or https, ends with a slash; or empty
	Languages []string // BCP 47; the first is the default
	Theme     string
	// RelativeURLs makes output that works from a folder without a server.
	RelativeURLs bool
	// AllowHTML keeps raw HTML in content.
	AllowHTML bool
	// Drafts publishes drafts too.
	Drafts bool
	// LongestAlt is how many characters the words for a picture may have.
	LongestAlt          int
	ContentDir, DataDir string // slash-separated, in the site folder
	// PrivateDir keeps approvals: slash-separated, below the site folder or
	// anywhere else on the machine.
	PrivateDir          string
	WrittenFor, Authors []string // defaults for every page
	// PublicContacts may show on pages: checks for leaked addresses pass them.
	PublicContacts      []string
	Audiences, Contexts []Label
	Folders             []Folder
	Coverage            Coverage
	Ignores             []Ignore
	Plain               Plain
	// WithholdStale leaves out translations that no longer say what their source
	// says.
	WithholdStale bool
	// ShowWithheld keeps them all the same: the preview shows them to the writer.
	ShowWithheld bool
	// Private holds what must never be published; nil where there is none.
	Private *fields.Table

	file   string
	places map[string]source.Place // of values by key
}

// At returns the place of a setting by its key, for what is found wrong with it
// later: a theme that is not there. That is the name of the variable which
// overrides it, or the whole file where it is not written.
func (c *Config) At(key string) source.Place {
	if at, ok := c.places[key]; ok {
		return at
	}
	return source.Place{Path: c.file}
}

// A Label gives an audience or a context its name in each language.
type Label struct {
	At     source.Place
	ID     string
	Name   map[string]string
	Labour bool // of a context: it is one of work
}

// Coverage holds reasons: why a library shows only some of what it is about.
// An empty one is no reason.
type Coverage struct {
	Labour     string `field:"labour"`     // why no story is about work
	Migrants   string `field:"migrants"`   // why work is shown through migrants alone
	Narratives string `field:"narratives"` // why all stories have one setting
}

// A Folder says which kind of page lies in a folder with a name of its own.
type Folder struct {
	At   source.Place
	Path string `field:"path,required"` // within each language's folder
	Kind string `field:"kind,required"`
}

// An Ignore silences a check, with a reason.
type Ignore struct {
	At     source.Place
	Rule   string `field:"rule,required"`
	Path   string `field:"path"` // a file or a folder; empty for all
	Reason string `field:"reason"`
	Until  string `field:"until"` // "2027-01-01", or empty
}

// Covers tells whether an ignore is about a file.
func (i Ignore) Covers(file string) bool {
	matched, _ := path.Match(i.Path, file)
	return matched || i.Path == "" || i.Path == "." || i.Path == file || strings.HasPrefix(file, i.Path+"/")
}

// written is the file as it is written; texts may be lone strings there.
type written struct {
	Title          fields.Value   `field:"title"`
	Description    fields.Value   `field:"description"`
	Notice         fields.Value   `field:"notice"`
	Leave          fields.Value   `field:"leave"`
	BaseURL        string         `field:"base_url"`
	Languages      []string       `field:"languages"`
	Theme          string         `field:"theme"`
	RelativeURLs   bool           `field:"relative_urls"`
	AllowHTML      bool           `field:"allow_html"`
	Drafts         bool           `field:"drafts"`
	LongestAlt     int            `field:"longest_alt"`
	ContentDir     string         `field:"content_dir"`
	DataDir        string         `field:"data_dir"`
	PrivateDir     string         `field:"private_dir"`
	WrittenFor     []string       `field:"written_for"`
	Authors        []string       `field:"authors"`
	PublicContacts []string       `field:"public_contacts"`
	Stale          string         `field:"stale_translations"`
	Audiences      []writtenLabel `field:"audience"`
	Contexts       []writtenLabel `field:"context"`
	Folders        []Folder       `field:"folder"`
	Coverage       Coverage       `field:"coverage"`
	Ignores        []Ignore       `field:"ignore"`
	Plain          writtenPlain   `field:"plain"`
}

type writtenLabel struct {
	At   source.Place
	ID   string       `field:"id,required"`
	Name fields.Value `field:"name,required"`
	// Labour is true for a context of work.
	Labour bool `field:"labour"`
}

// Load reads handrail.toml and then env, which has the form of os.Environ. The
// Config is always usable: settings that have a problem keep their defaults.
// Problems of the file are at their place in it; those of a variable have its
// name as their path.
func Load(f *source.File, env []string) (*Config, []finding.Problem) {
	w := written{Languages: []string{"en"}, Theme: "plain", ContentDir: "content", DataDir: "data", PrivateDir: ".handrail", LongestAlt: longestAlt}
	r := &reader{}
	t, problems := fields.ParseTOML(f, 0, len(f.Data))
	r.take(problems)
	if t == nil {
		t = &fields.Table{At: f.At(0)}
	}
	private := r.private(t)
	r.take(fields.Decode(t, &w))
	r.table = t

	c := &Config{Private: private, file: f.Path, places: map[string]source.Place{}, RelativeURLs: w.RelativeURLs, AllowHTML: w.AllowHTML, Drafts: w.Drafts,
		WrittenFor: w.WrittenFor, Authors: w.Authors, PublicContacts: w.PublicContacts}
	for _, e := range t.Entries {
		c.places[e.Key] = e.Value.At
	}
	c.Languages = r.languages(w.Languages)
	c.WithholdStale = r.withhold(w.Stale)
	c.BaseURL = r.baseURL(r.at("base_url"), w.BaseURL)
	c.Theme = r.theme(r.at("theme"), w.Theme)
	c.LongestAlt = r.longestAlt(w.LongestAlt)
	c.ContentDir = r.folder(r.at("content_dir"), "content_dir", w.ContentDir, "content")
	c.DataDir = r.folder(r.at("data_dir"), "data_dir", w.DataDir, "data")
	c.PrivateDir = r.privateDir(r.at("private_dir"), w.PrivateDir, c)
	c.Title = r.texts("title", w.Title, c.Languages)
	c.Description = r.texts("description", w.Description, c.Languages)
	c.Notice = r.texts("notice", w.Notice, c.Languages)
	c.Audiences = r.labels("audience", w.Audiences, c.Languages)
	c.Contexts = r.labels("context", w.Contexts, c.Languages)
	c.Folders = r.folders(w.Folders)
	c.Coverage = w.Coverage
	c.Ignores = r.ignores(w.Ignores)
	c.Plain = r.plain(w.Plain)
	r.environment(c, env)
	c.Leave = r.leave(w.Leave, c) // last: it may not lead back to the base URL
	return c, r.problems
}

// Text returns the text for a language, and the language it is in: the one that
// was asked for, the fallback, or else the first there is by its tag. Both are
// empty when there is no text at all. Whoever shows it says which language it
// is in when that isn't the page's own.
func Text(texts map[string]string, lang, fallback string) (text, in string) {
	plain, _ := strings.CutSuffix(lang, "-simple") // Easy Read
	for _, l := range []string{lang, plain, fallback} {
		if s, ok := texts[l]; ok {
			return s, l
		}
	}
	for l := range texts {
		if in == "" || l < in {
			in = l
		}
	}
	return texts[in], in
}

// rule gives a problem that fields found the name it has in a configuration.
func rule(front string) string {
	return "config/" + strings.TrimPrefix(front, "front/")
}
