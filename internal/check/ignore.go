package check

import (
	"fmt"
	"path"
	"strings"
	"time"

	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

// An ignore silences one rule in one place, with a reason.
type ignore struct {
	rule, reason string
	at           source.Place
	covers       func(finding.Finding) bool
	used         bool
}

// marker starts a comment that silences a check.
const marker = "handrail-ignore"

// Silence takes out the findings that the site's writers have silenced with a
// reason, and adds findings about ignores that are wrong themselves: without a
// reason, past their date, or matching nothing. Today decides what is past.
func (s *Set) Silence(st *site.Site, found []finding.Finding, today time.Time) []finding.Finding {
	var ignores []*ignore
	var wrong []finding.Problem
	for _, p := range st.Pages {
		for _, c := range p.Doc.Comments {
			if ig, problem := s.inline(p.File, c.Text, c.At); problem.Rule != "" {
				wrong = append(wrong, problem)
			} else if ig != nil {
				ignores = append(ignores, ig)
			}
		}
	}
	for _, c := range st.Config.Ignores {
		if ig, problem := s.configured(c, today); problem.Rule != "" {
			wrong = append(wrong, problem)
		} else {
			ignores = append(ignores, ig)
		}
	}
	kept := found[:0:0]
	for _, f := range found {
		if c := s.byID[f.Rule]; c == nil || c.Final || !silenced(ignores, f) {
			kept = append(kept, f)
		}
	}
	for _, ig := range ignores {
		if !ig.used {
			wrong = append(wrong, finding.Problem{At: ig.at, Rule: "ignore/unused",
				Message: fmt.Sprintf("nothing here is found by %s any more, so there is nothing to silence", ig.rule)})
		}
	}
	return append(kept, s.FromLoad(wrong)...)
}

func silenced(ignores []*ignore, f finding.Finding) bool {
	for _, ig := range ignores {
		if ig.rule == f.Rule && ig.covers(f) {
			ig.used = true
			return true
		}
	}
	return false
}

// inline reads <!-- handrail-ignore rule: reason -->. It covers the line it
// stands on and the block that follows.
func (s *Set) inline(f *source.File, text string, at source.Place) (*ignore, finding.Problem) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), marker)
	if !ok {
		return nil, finding.Problem{}
	}
	rule, reason, _ := strings.Cut(rest, ":")
	ig := &ignore{rule: strings.TrimSpace(rule), reason: strings.TrimSpace(reason), at: at}
	last := endOfBlock(f, at.Line)
	ig.covers = func(found finding.Finding) bool {
		return found.File == f.Path && found.Line >= at.Line && found.Line <= last
	}
	return ig, s.wrong(ig)
}

// configured reads one [[ignore]] of the configuration.
func (s *Set) configured(c config.Ignore, today time.Time) (*ignore, finding.Problem) {
	ig := &ignore{rule: c.Rule, reason: c.Reason, at: c.At}
	ig.covers = func(f finding.Finding) bool {
		matched, _ := path.Match(c.Path, f.File)
		return matched || c.Path == f.File || strings.HasPrefix(f.File, strings.TrimSuffix(c.Path, "/")+"/")
	}
	if problem := s.wrong(ig); problem.Rule != "" {
		return ig, problem
	}
	if until, err := time.Parse(time.DateOnly, c.Until); err == nil && today.After(until.AddDate(0, 0, 1)) {
		return ig, finding.Problem{At: ig.at, Rule: "ignore/expired",
			Message: fmt.Sprintf("this ignore of %s ended on %s", c.Rule, c.Until)}
	}
	return ig, finding.Problem{}
}

// wrong says what is wrong with an ignore itself.
func (s *Set) wrong(ig *ignore) finding.Problem {
	problem := finding.Problem{At: ig.at}
	c := s.byID[ig.rule]
	switch {
	case c == nil:
		problem.Rule = "ignore/unknown-check"
		problem.Message = fmt.Sprintf("there is no check called %q", ig.rule)
		if near := fields.Nearest(ig.rule, s.IDs()); near != "" {
			problem.Message += fmt.Sprintf("; did you mean %q?", near)
		}
	case c.Final:
		problem.Rule = "ignore/not-allowed"
		problem.Message = fmt.Sprintf("%s cannot be silenced, because it keeps someone's private words private", ig.rule)
	case ig.reason == "":
		problem.Rule = "ignore/no-reason"
		problem.Message = fmt.Sprintf("this silences %s without saying why", ig.rule)
	}
	return problem
}

// endOfBlock is the last line of the block after a comment: up to the next
// blank line that follows some text.
func endOfBlock(f *source.File, line int) int {
	lines := strings.Split(string(f.Data), "\n")
	i := line // the line after the comment, counted from 0
	for i < len(lines) && strings.TrimSpace(lines[i]) == "" {
		i++
	}
	for i < len(lines) && strings.TrimSpace(lines[i]) != "" {
		i++
	}
	return i
}
