package media

import (
	"regexp"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var transcriptLink = &check.Check{
	ID:       "media/transcript-link",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.2.8"),
	Output: func(p *check.OutputPass) {
		page, _ := p.HTML.Root.Attribute("lang")
		var films []*dom.Element
		for e := range p.All("video") {
			tag, _ := e.Attribute("lang")
			if !e.Has("muted") && loads(e) && !p.View.Tree().Hidden(e) && !lang.Signed(tag) {
				films = append(films, e)
			}
		}
		if len(films) == 0 {
			return
		}
		there := false
		for e := range p.All("a", "summary", "h1", "h2", "h3", "h4", "h5", "h6") {
			if !transcripts.MatchString(e.Text()) {
				continue
			}
			there = true
			to, _ := e.Attribute("hreflang")
			if e.Is("a") && to != "" && lang.KnownPrimary(page) && base(to) != base(page) && !strings.Contains(e.Text(), "(") {
				p.FoundOn(e, "this transcript is in another language than the page, and the link does not say so")
			}
		}
		if !there {
			p.AskOn(films[0], "is what is said in this film written down in the language of the page, and does the page lead to it?")
		}
	},
}

// transcripts are words that lead to what was said, written down.
var transcripts = regexp.MustCompile(`(?i)transcript|transcripción|transcri[çt]|transkript|read what is said|نصّ?\s+(مكتوب|التسجيل|الفيلم)|تفريغ`)
