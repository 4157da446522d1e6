// Package check runs checks over a site and over its finished pages.
//
// A check is data and one function. The data says what it is called, what it
// does to a build and which standards it belongs to; its page (title, why it
// matters to a person, how to fix it, examples) is a file of the same name,
// which is at once the manual, the test and what `handrail explain` prints.
package check

import (
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/policy"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/standards"
)

// A Check looks for one thing that is wrong. Exactly one of Load, Source, Site
// and Output is set.
type Check struct {
	ID       string // stable, area/name
	Severity finding.Severity
	Refs     standards.Refs
	Final    bool // nothing silences it
	Own      bool // only for sites that Handrail makes: audit passes it over
	Author   bool // for the author of a story alone: reports leave it out unless asked

	Load   bool              // reading the files finds it; the check gives it its page
	Source func(*SourcePass) // once for each page of content
	Site   func(*SitePass)   // once, over the whole library
	Output func(*OutputPass) // once for each finished file

	Page *Page // what explain prints
}

// A pass collects what one check finds in one run over one thing.
type pass struct {
	check *Check
	found []finding.Finding
}

// Found reports the check's problem at a place, in one plain sentence.
func (p *pass) Found(at source.Place, message string) { p.FoundFix(at, message, "") }

// FoundFix is Found with advice for this very place.
func (p *pass) FoundFix(at source.Place, message, fix string) {
	p.found = append(p.found, p.check.finding(at, p.check.Severity, message, fix))
}

// FoundAs is FoundFix with another severity than the check's own, for what is
// milder or worse by degrees.
func (p *pass) FoundAs(severity finding.Severity, at source.Place, message, fix string) {
	p.found = append(p.found, p.check.finding(at, severity, message, fix))
}

// Ask puts a question on the list for people. It never counts as passed.
func (p *pass) Ask(at source.Place, message string) {
	p.found = append(p.found, p.check.finding(at, finding.Ask, message, ""))
}

// finding joins what was seen with the check's own page.
func (c *Check) finding(at source.Place, severity finding.Severity, message, fix string) finding.Finding {
	if fix == "" {
		fix = c.Page.Fix
	}
	return finding.Finding{
		File: at.Path, Line: at.Line, Col: at.Col, Rule: c.ID, Severity: severity,
		Message: message, Why: c.Page.Why, Fix: fix,
		ACT: listed(c.Refs.ACT), WCAG: listed(c.Refs.WCAG), Axe: listed(c.Refs.Axe),
	}
}

// listed makes an empty list of a missing one, so that JSON says [] and not null.
func listed(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

// A SourcePass looks at one page of content as it was written.
type SourcePass struct {
	pass
	Site *site.Site
	Page *site.Page

	passages *[]site.Passage // shared by all checks of the page
	kept     map[string]any  // see Keep
}

// Keep returns what make made when it was first asked for under that key, so
// that checks of one area share what they worked out for a page.
func (p *SourcePass) Keep(key string, make func() any) any {
	if _, known := p.kept[key]; !known {
		p.kept[key] = make()
	}
	return p.kept[key]
}

// Passages returns the page's running text with its sentences, read once for
// all checks of the page. Do not change it.
func (p *SourcePass) Passages() []site.Passage {
	if p.passages == nil {
		p.passages = new([]site.Passage)
	}
	if *p.passages == nil {
		*p.passages = p.Page.Passages()
	}
	return *p.passages
}

// A SitePass looks at the library as a whole.
type SitePass struct {
	pass
	Site *site.Site
}

// An OutputPass looks at one finished file.
type OutputPass struct {
	pass
	Site    *site.Site // nil when audit looks at a site that is finished already
	Page    *site.Page // the content it was made from; nil for lists, feeds and the like
	Path    string     // below the output folder
	Data    []byte
	HTML    *dom.Document // nil where the file is not HTML
	Private []PrivateMatch
	View    *View         // how the page looks and sounds; nil where the file is not HTML
	Policy  policy.Policy // what readers' browsers let the page do
}

// A PrivateMatch says that a private value stands in a finished file. It names
// the key, never the value.
type PrivateMatch struct {
	File, Key string // where the value was written
	Offset    int    // in the finished file
	InPath    bool   // it stands in the file's own address, which may then not be shown either
}

// FoundOn reports the check's problem at an element.
func (p *OutputPass) FoundOn(e *dom.Element, message string) {
	p.Found(p.At(e), message)
	p.on(e)
}

// FoundBeyondAxe is FoundOn where axe-core lets pass what the standards don't: the
// finding names none of its rules, so that people who compare the two find what
// they look for.
func (p *OutputPass) FoundBeyondAxe(e *dom.Element, message string) {
	p.FoundOn(e, message)
	p.found[len(p.found)-1].Axe = listed(nil)
}

// AskOn puts a question about an element on the list for people.
func (p *OutputPass) AskOn(e *dom.Element, message string) {
	p.Ask(p.At(e), message)
	p.on(e)
}

// on says of the last finding which element it is about, and on which page where
// its place does not tell.
func (p *OutputPass) on(e *dom.Element) {
	f := &p.found[len(p.found)-1]
	f.Selector = e.Selector()
	if f.File != p.Path && (p.Page == nil || f.File != p.Page.File.Path) {
		f.Page = p.Path
	}
}

// At is the place that a writer can change to mend an element: in the content or
// the layout that made it where that is known, else the content's file. What
// neither made is named where it stands in the finished file.
func (p *OutputPass) At(e *dom.Element) source.Place {
	if path, offset, ok := e.Origin(); ok && p.Site != nil {
		if f := p.Site.Files[path]; f != nil {
			return f.At(offset)
		}
	}
	if p.Page == nil {
		return e.Place(p.Path)
	}
	return p.Start()
}

// Start is the place that stands for the whole file.
func (p *OutputPass) Start() source.Place {
	if p.Page != nil {
		return p.Page.File.At(0)
	}
	return source.Place{Path: p.Path}
}
