package media

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/lang"
)

var captionsLanguage = &check.Check{
	ID:       "media/captions-language",
	Severity: finding.Error,
	Output: func(p *check.OutputPass) {
		page, _ := p.HTML.Root.Attribute("lang")
		for e := range p.All("video", "audio") {
			if !loads(e) || p.View.Tree().Hidden(e) && !p.View.Seen(e) {
				continue
			}
			var first *dom.Element // of the tracks in another language
			there := false
			for _, track := range tracks(e) {
				tag, written := track.Attribute("srclang")
				label, _ := track.Attribute("label")
				l, err := lang.Parse(tag)
				switch {
				case !written || strings.TrimSpace(tag) == "":
					p.FoundOn(track, "these captions do not say in which language they are")
					there = true
				case err != nil:
					p.FoundOn(track, fmt.Sprintf("these captions say that they are in “%s”, which is not the code of a language", tag))
					there = true
				case !lang.KnownPrimary(page) || base(page) == l.Base() || strings.TrimSpace(label) != "":
					there = true // or they say in words which language it is
				case first == nil:
					first = track
				}
			}
			if first != nil && !there {
				tag, _ := first.Attribute("srclang")
				p.FoundOn(first, fmt.Sprintf("the page is in “%s”, its captions only in “%s”, and nothing tells readers so", page, tag))
			}
		}
	},
}

// tracks are the captions and subtitles of a film or a recording.
func tracks(e *dom.Element) []*dom.Element {
	var all []*dom.Element
	for _, c := range e.Inside() {
		if kind := c.Keyword("kind"); c.Is("track") && (kind == "captions" || kind == "subtitles" || kind == "") && c.Has("src") {
			all = append(all, c)
		}
	}
	return all
}

// base is the language itself of a tag that is right.
func base(tag string) string {
	l, err := lang.Parse(tag)
	if err != nil {
		return ""
	}
	return l.Base()
}
