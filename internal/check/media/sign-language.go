package media

import (
	"net/url"
	"regexp"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var signLanguage = &check.Check{
	ID:       "media/sign-language",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.2.6", "WCAG 3.1.2"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("video", "iframe") {
			tag, _ := e.Attribute("lang")
			if !lang.Signed(tag) && !signed.MatchString(around(p, e)) {
				continue
			}
			if e.Is("iframe") || elsewhere(e) {
				p.FoundOn(e, "this film in sign language is on another server, which learns who watches it")
			}
			if e.Is("video") && !lang.Signed(tag) {
				p.FoundOn(e, "this film is in a sign language, and does not say in which")
			}
		}
	},
}

// signed are words that name a sign language.
var signed = regexp.MustCompile(`(?i)\bsign(ed)? language\b|\b(ASL|BSL|LSM|LSF|LSE|DGS|Libras)\b|leng(ua|uaje) de (señas|signos)|langue des signes|Gebärdensprache|لغة الإشارة`)

// around is what names a film: its label, and the caption of its figure.
func around(p *check.OutputPass, e *dom.Element) string {
	words := p.View.Tree().Name(e)
	for up := e.Parent; up != nil; up = up.Parent {
		if up.Is("figure") {
			for _, c := range up.Inside() {
				if c.Is("figcaption") {
					words += " " + c.Text()
				}
			}
			break
		}
	}
	return words
}

// elsewhere tells whether a film is played from another server.
func elsewhere(e *dom.Element) bool {
	for _, src := range sources(e) {
		if u, err := url.Parse(strings.TrimSpace(src)); err == nil && u.Host != "" {
			return true
		}
	}
	return false
}
