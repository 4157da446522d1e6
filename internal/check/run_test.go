package check

import (
	"errors"
	"strings"
	"testing"

	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

// A check that crashes says so and names what it was looking at. The other
// checks are still heard.
func TestCrash(t *testing.T) {
	page := &Page{Title: "t", Why: "w", Fix: "f"}
	set := NewSet([]*Check{
		{ID: "b/crashes", Page: page, Source: func(p *SourcePass) {
			p.Found(source.Place{Path: "a.md", Line: 1, Col: 1}, "seen before")
			panic("panel-made-up-wren")
		}},
		{ID: "a/works", Severity: finding.Error, Page: page, Source: func(p *SourcePass) { p.Found(source.Place{Line: 2}, "seen") }},
		{ID: "c/works", Severity: finding.Warning, Page: page, Source: func(p *SourcePass) { p.Ask(source.Place{Line: 3}, "look") }},
	})
	found, err := set.Source(&site.Site{}, &site.Page{File: source.NewFile("content/en/a.md", nil)})
	if got := told(found); got != "a/works:2 b/crashes:1 c/works:3" {
		t.Errorf("found %s", got)
	}
	var crash *Crash
	if !errors.As(err, &crash) || crash.Check != "b/crashes" || crash.On != "content/en/a.md" {
		t.Fatalf("the error is %v", err)
	}
	if strings.Contains(err.Error(), "wren") {
		t.Errorf("the error shows what the check held: %v", err)
	}
}

func TestSeverities(t *testing.T) {
	page := &Page{Title: "t", Why: "because", Fix: "in general"}
	set := NewSet([]*Check{{ID: "a/one", Severity: finding.Warning, Page: page, Site: func(p *SitePass) {
		p.Found(source.Place{Line: 1}, "found")
		p.FoundFix(source.Place{Line: 2}, "found", "right here")
		p.Ask(source.Place{Line: 3}, "asked")
	}}})
	found, err := set.Site(&site.Site{})
	if err != nil || len(found) != 3 {
		t.Fatal(found, err)
	}
	for i, want := range []struct {
		severity finding.Severity
		fix      string
	}{{finding.Warning, "in general"}, {finding.Warning, "right here"}, {finding.Ask, "in general"}} {
		if found[i].Severity != want.severity || found[i].Fix != want.fix || found[i].Why != "because" {
			t.Errorf("finding %d is %+v", i, found[i])
		}
		if found[i].WCAG == nil || found[i].ACT == nil || found[i].Axe == nil {
			t.Errorf("finding %d would be null in JSON", i)
		}
	}
}
