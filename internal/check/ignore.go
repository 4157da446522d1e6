package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/site"
	"handrail/internal/source"
)

// An ignore silences one rule in one place, with a reason.
type ignore struct {
	rule, reason string
	at           source.Place
	path         string // a file, a folder or a pattern; empty for the whole site
	first, last  int    // lines; 0 for all
	used         bool
}

// covers tells whether an ignore is about the place of a finding of its rule.
func (ig *ignore) covers(f finding.Finding) bool {
	if ig.last > 0 && (f.Line < ig.first || f.Line > ig.last) {
		return false
	}
	return config.Ignore{Path: ig.path}.Covers(f.File)
}

// ignores are kept by what they can be about, so that each finding is compared
// with few of them.
type ignores struct {
	inline     map[[2]string][]*ignore // by rule and file
	configured map[string][]*ignore    // by rule
	all        []*ignore
}

// Silence takes out the findings that the site's writers have silenced with a
// reason, and those that say the same thing of the same place twice. It adds
// findings about ignores that are wrong themselves: without a reason, past
// their date, or matching nothing. Today decides what is past.
func (s *Set) Silence(st *site.Site, found []finding.Finding, today time.Time) []finding.Finding {
	known, wrong := s.ignores(st, today)
	kept := []finding.Finding{}
	seen := map[finding.Problem]bool{}
	for _, f := range found {
		same := finding.Problem{At: source.Place{Path: f.File, Line: f.Line, Col: f.Col}, Rule: f.Rule, Message: f.Message}
		if seen[same] {
			continue
		}
		seen[same] = true
		if c := s.byID[f.Rule]; c == nil || c.Final || !known.silence(f) {
			kept = append(kept, f)
		}
	}
	for _, ig := range known.all {
		if !ig.used {
			wrong = append(wrong, unused(ig))
		}
	}
	return append(kept, s.FromLoad(wrong)...)
}

// silence tells whether a finding is silenced. Every ignore that covers it has
// been of use.
func (known *ignores) silence(f finding.Finding) bool {
	silenced := false
	for _, list := range [][]*ignore{known.inline[[2]string{f.Rule, f.File}], known.configured[f.Rule]} {
		for _, ig := range list {
			if ig.covers(f) {
				ig.used, silenced = true, true
			}
		}
	}
	return silenced
}

// ignores reads all that the site says, and returns what is wrong with it.
func (s *Set) ignores(st *site.Site, today time.Time) (*ignores, []finding.Problem) {
	known := &ignores{inline: map[[2]string][]*ignore{}, configured: map[string][]*ignore{}}
	var wrong []finding.Problem
	sound := func(ig *ignore, problem finding.Problem) bool {
		if problem.Rule != "" {
			wrong = append(wrong, problem)
			return false
		}
		known.all = append(known.all, ig)
		return true
	}
	for _, p := range st.Pages {
		var text *lines
		for _, c := range p.Doc.Comments {
			if !strings.HasPrefix(c.Text, marker) {
				continue
			}
			if text == nil {
				text = linesOf(p.File)
			}
			ig := inline(text, c)
			if key := [2]string{ig.rule, p.File.Path}; sound(ig, s.wrong(ig)) {
				known.inline[key] = append(known.inline[key], ig)
			}
		}
	}
	for _, c := range st.Config.Ignores {
		ig := &ignore{rule: c.Rule, reason: strings.TrimSpace(c.Reason), at: c.At}
		if c.Path != "" {
			ig.path = path.Clean(c.Path)
		}
		problem := s.wrong(ig)
		if problem.Rule == "" {
			problem = expired(c, today)
		}
		if sound(ig, problem) {
			known.configured[ig.rule] = append(known.configured[ig.rule], ig)
		}
	}
	return known, wrong
}

// expired is the problem of an ignore whose last day has gone by.
func expired(c config.Ignore, today time.Time) finding.Problem {
	until, err := time.Parse(time.DateOnly, c.Until)
	if err != nil || today.Format(time.DateOnly) <= until.Format(time.DateOnly) {
		return finding.Problem{}
	}
	return finding.Problem{At: c.At, Rule: "ignore/expired",
		Message: fmt.Sprintf("this silenced %s until %s, and that day is over", c.Rule, c.Until)}
}

// marker starts a comment that silences a check.
const marker = "handrail-ignore"

// inline reads <!-- handrail-ignore rule: reason -->. On a line of its own it
// covers the block that follows, else the block it stands in.
func inline(text *lines, c markdown.Comment) *ignore {
	ig := parseIgnore(c.Text, c.At)
	ig.path = c.At.Path
	ig.first, ig.last = text.block(c.At, strings.Count(c.Text, "\n"))
	return &ig
}

// parseIgnore reads the words of the comment.
func parseIgnore(text string, at source.Place) ignore {
	rule, reason, _ := strings.Cut(strings.TrimPrefix(text, marker), ":")
	return ignore{rule: strings.TrimSpace(rule), reason: strings.TrimSpace(reason), at: at}
}

// unused is the problem of an ignore that silences nothing.
func unused(ig *ignore) finding.Problem {
	return finding.Problem{At: ig.at, Rule: "ignore/unused",
		Message: fmt.Sprintf("%s finds nothing here any more, so there is nothing to silence", ig.rule)}
}

// wrong says what is wrong with an ignore itself.
func (s *Set) wrong(ig *ignore) finding.Problem {
	problem := finding.Problem{At: ig.at}
	c := s.byID[ig.rule]
	switch {
	case ig.rule == "":
		problem.Rule, problem.Message = "ignore/unknown-check", "this does not say which check it silences"
	case c == nil:
		problem.Rule = "ignore/unknown-check"
		problem.Message = fmt.Sprintf("there is no check called %q", ig.rule)
		if near := fields.Nearest(ig.rule, s.IDs()); near != "" {
			problem.Message += fmt.Sprintf("; did you mean %q?", near)
		}
	case c.Final || slices.Contains(aboutIgnores, ig.rule):
		problem.Rule = "ignore/not-allowed"
		problem.Message = ig.rule + " cannot be silenced"
	case ig.reason == "":
		problem.Rule = "ignore/no-reason"
		problem.Message = fmt.Sprintf("this silences %s without saying why", ig.rule)
	}
	return problem
}

// aboutIgnores are the rules that Silence itself reports.
var aboutIgnores = []string{"ignore/expired", "ignore/no-reason", "ignore/not-allowed", "ignore/unknown-check", "ignore/unused"}
