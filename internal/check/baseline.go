package check

import (
	"crypto/sha256"
	"fmt"
	"path"
	"strings"
	"time"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// A Baseline is a list of findings that a site was adopted with and will mend
// later, each with a reason. Findings that it holds are not reported; all new
// ones are.
type Baseline struct {
	entries []*held
}

// held is one entry of a baseline.
type held struct {
	File        string `json:"file"`
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	Reason      string `json:"reason"`
	Until       string `json:"until"` // the last day it holds, "2027-01-01"; empty for no end

	at   source.Place
	used bool
}

// Fingerprints returns what tells each finding from all others, and stays the
// same when lines move: a hash of its rule, its file, its message and how many
// such came before it. The findings must be sorted.
func Fingerprints(found []finding.Finding) []string {
	prints := make([]string, len(found))
	before := map[[3]string]int{}
	for i, f := range found {
		key := [3]string{f.Rule, f.File, f.Message}
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %d", key, before[key]))
		prints[i] = fmt.Sprintf("%x", sum[:8])
		before[key]++
	}
	return prints
}

// Hold takes out of sorted findings what the baseline holds, and counts it. It
// adds findings about entries that are wrong themselves. Today decides what is
// past. What a person must look at is never held.
func (s *Set) Hold(b *Baseline, found []finding.Finding, today time.Time) (kept []finding.Finding, count int) {
	byPrint := map[string]*held{}
	for _, entry := range b.entries {
		if byPrint[entry.Fingerprint] == nil {
			byPrint[entry.Fingerprint] = entry
		}
	}
	kept = []finding.Finding{}
	prints := Fingerprints(found)
	for i, f := range found {
		entry := byPrint[prints[i]]
		if entry == nil || entry.Rule != f.Rule || entry.File != f.File || !s.mayHold(f) {
			kept = append(kept, f)
			continue
		}
		entry.used = true
		if entry.over(today) {
			kept = append(kept, f)
		} else {
			count++
		}
	}
	var wrong []finding.Problem
	for _, entry := range b.entries {
		if problem := s.wrongEntry(entry, today); problem.Rule != "" {
			problem.At = entry.at
			wrong = append(wrong, problem)
		}
	}
	kept = append(kept, s.FromLoad(wrong)...)
	finding.Sort(kept)
	return kept, count
}

// over tells whether the last day of an entry has gone by.
func (entry *held) over(today time.Time) bool {
	return entry.Until != "" && today.Format(time.DateOnly) > entry.Until
}

// mayHold tells whether a baseline may hold a finding: not what keeps private
// words private, not what it says about itself or about ignores, and only what
// counts against a build.
func (s *Set) mayHold(f finding.Finding) bool {
	return f.Severity != finding.Ask && f.Severity != finding.Info && s.mayHoldRule(f.Rule)
}

func (s *Set) mayHoldRule(rule string) bool {
	c := s.byID[rule]
	return c != nil && !c.Final && path.Dir(rule) != "baseline" && path.Dir(rule) != "ignore"
}

// wrongEntry says what is wrong with an entry itself, after Hold used it.
func (s *Set) wrongEntry(entry *held, today time.Time) finding.Problem {
	switch {
	case s.byID[entry.Rule] != nil && !s.mayHoldRule(entry.Rule):
		return finding.Problem{Rule: "baseline/not-allowed", Message: fmt.Sprintf("a baseline cannot hold %s", entry.Rule)}
	case !entry.used:
		return finding.Problem{Rule: "baseline/unused",
			Message: fmt.Sprintf("%s no longer finds this in %s, so there is nothing to hold", entry.Rule, entry.File)}
	case entry.over(today):
		return finding.Problem{Rule: "baseline/expired",
			Message: fmt.Sprintf("this held a finding of %s in %s until %s, and that day is over", entry.Rule, entry.File, entry.Until)}
	case strings.TrimSpace(entry.Reason) == "":
		return finding.Problem{Rule: "baseline/no-reason",
			Message: fmt.Sprintf("this holds a finding of %s in %s without saying why", entry.Rule, entry.File)}
	}
	return finding.Problem{}
}
