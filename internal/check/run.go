package check

import (
	"cmp"
	"fmt"
	"slices"

	"handrail/internal/finding"
	"handrail/internal/site"
)

// A Set is the checks of a build.
type Set struct {
	checks []*Check
	byID   map[string]*Check
}

// NewSet returns a set of checks, sorted by id. Two of one id are a mistake in
// our own tables, so they panic.
func NewSet(checks []*Check) *Set {
	s := &Set{checks: slices.Clone(checks), byID: map[string]*Check{}}
	slices.SortFunc(s.checks, func(a, b *Check) int { return cmp.Compare(a.ID, b.ID) })
	for _, c := range checks {
		if s.byID[c.ID] != nil {
			panic("check: two checks called " + c.ID)
		}
		s.byID[c.ID] = c
	}
	return s
}

// All returns the checks, sorted by id.
func (s *Set) All() []*Check { return s.checks }

// Named returns the check of that id, or nil.
func (s *Set) Named(id string) *Check { return s.byID[id] }

// ForAuthor tells whether a finding is for the author of a story alone.
func (s *Set) ForAuthor(f finding.Finding) bool {
	c := s.byID[f.Rule]
	return c != nil && c.Author
}

// IDs lists the ids of all checks, sorted.
func (s *Set) IDs() []string {
	ids := make([]string, len(s.checks))
	for i, c := range s.checks {
		ids[i] = c.ID
	}
	return ids
}

// A Crash says that a check itself failed. What it was looking at counts as
// not checked, never as passed.
type Crash struct {
	Check, On string
}

// Error says which check failed, and where. It does not say with which values.
func (c *Crash) Error() string {
	return fmt.Sprintf("the check %s stopped in the middle of %s; this is a mistake in Handrail, please report it", c.Check, c.On)
}

// FromLoad gives the problems that reading found their severity and page.
func (s *Set) FromLoad(problems []finding.Problem) []finding.Finding {
	var found []finding.Finding
	for _, p := range problems {
		c := s.byID[p.Rule]
		if c == nil {
			panic("check: no check called " + p.Rule)
		}
		found = append(found, c.finding(p.At, c.Severity, p.Message, p.Fix))
	}
	return found
}

// Source runs the source checks over one page.
func (s *Set) Source(st *site.Site, page *site.Page) ([]finding.Finding, error) {
	var passages []site.Passage
	kept := map[string]any{}
	return s.each(page.File.Path, func(c *Check) (func(), *pass) {
		p := &SourcePass{pass: pass{check: c}, Site: st, Page: page, passages: &passages, kept: kept}
		return func() { c.Source(p) }, &p.pass
	}, func(c *Check) bool { return c.Source != nil })
}

// Site runs the checks of the whole library.
func (s *Set) Site(st *site.Site) ([]finding.Finding, error) {
	return s.each("the site", func(c *Check) (func(), *pass) {
		p := &SitePass{pass: pass{check: c}, Site: st}
		return func() { c.Site(p) }, &p.pass
	}, func(c *Check) bool { return c.Site != nil })
}

// Output runs the output checks over one finished file. The pass given is the
// pattern that each check gets a copy of. Files that are not HTML are looked at
// only by the checks of our own sites; a pass without a site, only by the
// others.
func (s *Set) Output(pattern OutputPass) ([]finding.Finding, error) {
	return s.each(pattern.Path, func(c *Check) (func(), *pass) {
		p := pattern
		p.pass = pass{check: c}
		return func() { c.Output(&p) }, &p.pass
	}, func(c *Check) bool {
		switch {
		case c.Output == nil, c.Own && pattern.Site == nil:
			return false
		}
		return pattern.HTML != nil || c.Own
	})
}

// each runs the checks that want says, one after the other. A check that
// crashes is an error; the others still run.
func (s *Set) each(on string, start func(*Check) (func(), *pass), want func(*Check) bool) ([]finding.Finding, error) {
	var found []finding.Finding
	var crash error
	for _, c := range s.checks {
		if !want(c) {
			continue
		}
		run, p := start(c)
		if !finishes(run) && crash == nil {
			crash = &Crash{Check: c.ID, On: on}
		}
		found = append(found, p.found...)
	}
	return found, crash
}

// finishes runs f and tells whether it came to its end.
func finishes(f func()) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	f()
	return true
}
