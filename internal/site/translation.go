package site

import (
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"handrail/internal/finding"
	"handrail/internal/parity"
)

// A Translation is how a translated page stands to its source.
type Translation struct {
	Source *Page
	// Record says what the page was made from; nil where nobody has said so.
	Record *parity.Record
	// Stale lists what the source says now and this page was not made from.
	Stale []parity.Difference
	// Behind tells of a page without a record whose version is lower than its
	// source's.
	Behind bool
}

// UpToDate tells whether the page says what its source says, as far as is known.
func (t *Translation) UpToDate() bool { return len(t.Stale) == 0 && !t.Behind }

// Translated tells whether the page is a translation of another one.
func (p *Page) Translated(*Site) bool { return p.Translation != nil }

// RecordPath is the file that says what a translated page was made from.
func (s *Site) RecordPath(p *Page) string {
	below := strings.TrimSuffix(p.Path, path.Ext(p.Path)) + ".toml"
	return path.Join(s.RecordFolder(), p.Lang.Tag, below)
}

// RecordFolder holds the records of all translations, a folder for each language.
func (s *Site) RecordFolder() string { return path.Join(s.Config.DataDir, "translations") }

// Vital tells a page that people act on: what it says about safety, removal,
// consent and rights must be the same in each language. A translation is as
// vital as its source.
func (p *Page) Vital() bool {
	return p.vital() || p.Translation != nil && p.Translation.Source.vital()
}

func (p *Page) vital() bool {
	switch p.Role() {
	case "safety", "removal", "privacy", "consent", "rights":
		return true
	}
	return p.Common().Vital
}

// translate finds the source of each translated page, and compares the two. Where
// the configuration says so, it takes stale pages out of the site.
func (s *Site) translate() {
	s.compareAll()
	kept := s.Pages[:0]
	var left []*Page
	for _, p := range s.Pages {
		if p.Translation != nil && !p.Translation.UpToDate() && s.Config.WithholdStale && !p.Vital() {
			left = append(left, p)
			if !s.Config.ShowWithheld {
				continue
			}
		}
		kept = append(kept, p)
	}
	s.Pages = kept
	for _, p := range left {
		s.Problems = append(s.Problems, finding.Problem{At: p.File.At(0), Rule: "translation/withheld",
			Message: "this page no longer says what " + p.Translation.Source.File.Path + " says, so it is left out until it does"})
	}
}

// compareAll compares each translated page with its source, some side by side.
func (s *Site) compareAll() {
	groups := s.groups()
	var running sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		running.Go(func() {
			for i := w; i < len(s.Pages); i += workers {
				p := s.Pages[i]
				if from := s.sourceOf(p, groups[groupKey(p)]); from != nil {
					p.Translation = compare(from, p, s.records[p])
				}
			}
		})
	}
	running.Wait()
}

// sourceOf is the page that a page was translated from: the one in the language
// that it names, else the one in the first language that has it. It is nil for
// a page that is a source itself.
func (s *Site) sourceOf(p *Page, group map[string]*Page) *Page {
	if from := group[p.Common().TranslationOf]; from != nil && from != p {
		return from
	}
	if p.Lang.Easy() {
		if plain := group[p.Lang.Plain().Tag]; plain != nil {
			return plain
		}
	}
	for _, l := range s.Languages {
		first := group[l.Tag]
		if first == nil {
			continue
		}
		if first == p || group[first.Common().TranslationOf] == p {
			return nil
		}
		return first
	}
	return nil
}

func compare(from, p *Page, record *parity.Record) *Translation {
	t := &Translation{Source: from}
	if record == nil || record.Source != from.Lang.Tag {
		t.Behind = p.Common().Version < from.Common().Version
		return t
	}
	t.Record = record
	t.Stale = record.Compare(from.Parts(), p.Parts())
	return t
}

// Attach gives the site the record of a page. It is called before Freeze.
func (s *Site) Attach(p *Page, record *parity.Record) {
	if s.records == nil {
		s.records = map[*Page]*parity.Record{}
	}
	s.records[p] = record
}

// Name is what people call the page on the command line: its id, or of a plain
// page in a folder its path.
func (p *Page) Name() string {
	if p.Kind == "page" && p.Folder != "" {
		return strings.TrimSuffix(p.Path, path.Ext(p.Path))
	}
	return p.Common().ID
}

// Named returns the pages of that name or that file, one for each source: the
// page that the others are translated from.
func (s *Site) Named(name string) []*Page {
	var found []*Page
	for _, p := range s.Pages {
		if p.Name() != name && p.File.Path != name && p.Common().ID != name {
			continue
		}
		if p.Translation != nil {
			p = p.Translation.Source
		}
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	if len(found) > 1 {
		// A page at the top goes before others of its id in folders.
		for _, p := range found {
			if p.Name() == name || p.File.Path == name {
				return []*Page{p}
			}
		}
	}
	return found
}
