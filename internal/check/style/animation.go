package style

import (
	"math"
	"strconv"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var animation = &check.Check{
	ID:       "style/animation",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 2.2.2", "WCAG 2.3.3"),
	Output: func(p *check.OutputPass) {
		if !p.View.Styles().Mentions("animation") {
			return
		}
		still := css.Desktop
		still.ReducedMotion = true
		for e := range p.Alike(p.View.Styles(), func(e *dom.Element) bool { return moves(p.View.Styles(), e) }) {
			if !p.View.Seen(e) {
				continue
			}
			calm := p.View.For(still)
			if !moves(calm, e) || !calm.Displayed(e) || calm.Value(e, "opacity") == "0" {
				continue
			}
			switch p.View.Tree().Role(e) {
			case "progressbar", "status":
				continue // it says that something is going on
			}
			p.FoundOn(e, "this part of the page moves for more than five seconds, also for readers who ask for less motion")
		}
	},
}

// moves says whether an animation of an element goes on for more than five seconds.
func moves(s *css.Styles, e *dom.Element) bool {
	names := s.Value(e, "animation-name")
	if names == "none" || names == "" || !strings.Contains(s.Value(e, "animation-play-state"), "running") {
		return false
	}
	durations, counts := s.Value(e, "animation-duration"), s.Value(e, "animation-iteration-count")
	times, rounds := strings.Split(durations, ","), strings.Split(counts, ",")
	for i, name := range strings.Split(names, ",") {
		if strings.TrimSpace(name) == "none" {
			continue
		}
		if seconds(times[i%len(times)])*count(rounds[i%len(rounds)]) > 5 {
			return true
		}
	}
	return false
}

// seconds reads a time.
func seconds(text string) float64 {
	text = strings.ToLower(strings.TrimSpace(text))
	if n, is := strings.CutSuffix(text, "ms"); is {
		ms, _ := strconv.ParseFloat(n, 64)
		return ms / 1000
	}
	n, _ := strconv.ParseFloat(strings.TrimSuffix(text, "s"), 64)
	return n
}

func count(text string) float64 {
	text = strings.TrimSpace(text)
	if text == "infinite" {
		return math.MaxFloat32
	}
	n, _ := strconv.ParseFloat(text, 64)
	return n
}
