// Package finding says what a check says about one place.
//
// A Problem is what a reader of files notices: a place, a stable rule and a
// sentence. The rule's own page (title, why, fix, severity) lives with the
// check of that name; joined with it, a Problem becomes a Finding, which is
// what every report prints.
package finding

import (
	"cmp"
	"slices"

	"handrail/internal/source"
)

// Severity says what a finding does to a build.
type Severity string

const (
	Error    Severity = "error"    // nothing is published
	Withhold Severity = "withhold" // the page is left out, the build goes on
	Warning  Severity = "warning"  // worth mending
	Ask      Severity = "ask"      // a person must look; never counts as passed
	Info     Severity = "info"     // good to know
)

// A Problem is something wrong at one place. Message is one plain sentence
// without a full stop, and never holds a private value. Fix may be empty: then
// the rule's own advice is shown.
type Problem struct {
	At      source.Place
	Rule    string // stable, area/name
	Message string
	Fix     string
}

// A Finding is one line of a report. Its JSON form is part of the contract.
type Finding struct {
	File     string   `json:"file"` // relative to the site folder, or to the audited one
	Line     int      `json:"line"` // from 1; 0 where there is no such place
	Col      int      `json:"col"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Why      string   `json:"why"`
	Fix      string   `json:"fix"`
	Selector string   `json:"selector"` // only of audit findings
	// Page is a finished page that has what was found, where File is a layout
	// and does not tell.
	Page string   `json:"page,omitempty"`
	ACT  []string `json:"act"`
	WCAG []string `json:"wcag"`
	Axe  []string `json:"axe"`
}

// Sort puts findings in the order of every report: file, line, column, rule,
// message, page, selector. The same findings always come out in the same order.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Page, b.Page),
			cmp.Compare(a.Selector, b.Selector),
		)
	})
}

// A Summary counts findings. Its JSON form is part of the contract.
type Summary struct {
	Pages    int     `json:"pages"`
	Errors   int     `json:"errors"`
	Withheld int     `json:"withheld"`
	Warnings int     `json:"warnings"`
	Ask      int     `json:"ask"`
	Info     int     `json:"info"`
	Seconds  float64 `json:"seconds"`
}

// Summarise counts findings by severity.
func Summarise(findings []Finding) Summary {
	var s Summary
	for _, f := range findings {
		switch f.Severity {
		case Error:
			s.Errors++
		case Withhold:
			s.Withheld++
		case Warning:
			s.Warnings++
		case Ask:
			s.Ask++
		case Info:
			s.Info++
		}
	}
	return s
}
