package media

import (
	"strconv"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var playsByItself = &check.Check{
	ID:       "media/plays-by-itself",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.2", "ACT 80f0bf", "axe no-autoplay-audio"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("audio", "video") {
			if !e.Has("autoplay") || e.Has("muted") || e.Has("controls") || short(e) || !loads(e) {
				continue
			}
			if e.Is("audio") && e.Has("loop") && !controlled(p) {
				p.FoundOn(e, "this sound begins by itself, never ends, and nothing on the page stops it")
				continue
			}
			p.AskOn(e, "this begins by itself: does it make a sound for more than three seconds, and can it be stopped?")
		}
	},
}

// loads says whether the element names something to play.
func loads(e *dom.Element) bool { return len(sources(e)) > 0 }

// sources are the addresses of what the element may play.
func sources(e *dom.Element) []string {
	if src, _ := e.Attribute("src"); src != "" {
		return []string{src}
	}
	var all []string
	for _, c := range e.Inside() {
		if src, _ := c.Attribute("src"); c.Is("source") && src != "" {
			all = append(all, src)
		}
	}
	return all
}

// short says whether all that is played lasts three seconds at most, as far as
// the addresses tell (#t=8,10).
func short(e *dom.Element) bool {
	if e.Has("loop") {
		return false
	}
	for _, src := range sources(e) {
		_, fragment, _ := strings.Cut(src, "#")
		begin, end, both := strings.Cut(strings.TrimPrefix(fragment, "t="), ",")
		from, _ := strconv.ParseFloat(strings.TrimPrefix(begin, "npt:"), 64)
		to, err := strconv.ParseFloat(end, 64)
		if !strings.HasPrefix(fragment, "t=") || !both || err != nil || to-from > 3 {
			return false
		}
	}
	return true
}

// controlled says whether something on the page might stop a sound by a script.
func controlled(p *check.OutputPass) bool {
	for e := range p.Elements() {
		if e.Is("button", "input", "script", "iframe") || e.Has("onclick") || e.Keyword("role") == "button" {
			return true
		}
	}
	return false
}
