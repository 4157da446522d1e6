// Package policy says what a reader's browser may do on a page: show the site's
// own words, styles and pictures, run the site's own scripts, and nothing else.
//
// It is a Content Security Policy, made by the generator so that nobody has to
// write one. It stands in every page, for hosts that send no headers, and in the
// headers for those that do. A script that is written into a page runs only if a
// layout of the theme holds it word for word: that is known before any page is
// made, and it means that words of content, data or settings can never become a
// program, not even through a mistake of ours.
// https://www.w3.org/TR/CSP3/
package policy

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"

	"handrail/internal/dom"
)

// A Policy is that of one site. The zero Policy lets nothing run that is written
// into a page.
type Policy struct {
	// Preview lets pages hear from the writers' preview that they have changed.
	Preview bool

	scripts, styles []string // as 'sha256-…', sorted
}

// New returns the policy of a site whose layouts hold these scripts and styles.
func New(scripts, styles []string) Policy {
	return Policy{scripts: hashes(scripts), styles: hashes(styles)}
}

func hashes(texts []string) []string {
	var sums []string
	for _, text := range texts {
		sums = append(sums, hash(text))
	}
	slices.Sort(sums)
	return slices.Compact(sums)
}

// hash is how a policy names the text of an element. Browsers take it after they
// have read line ends as one character.
// https://www.w3.org/TR/CSP3/#match-element-to-source-list
func hash(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Runs tells whether browsers run a script that is written into a page.
func (p Policy) Runs(script string) bool { return slices.Contains(p.scripts, hash(script)) }

// Styles tells whether browsers obey a style sheet that is written into a page.
func (p Policy) Styles(sheet string) bool { return slices.Contains(p.styles, hash(sheet)) }

// InPage is the policy as a page says it about itself.
func (p Policy) InPage() string {
	own := func(name string, more ...string) string {
		return strings.Join(append([]string{name, "'self'"}, more...), " ")
	}
	connect := "connect-src 'none'"
	if p.Preview {
		connect = "connect-src 'self'"
	}
	return strings.Join([]string{"default-src 'none'", own("script-src", p.scripts...), own("style-src", p.styles...), "img-src 'self'",
		"font-src 'self'", "media-src 'self'", connect, "object-src 'none'", "base-uri 'none'", "form-action 'none'"}, "; ")
}

// InHeader is the policy as a server says it: only there can it forbid that
// another site shows a page within its own.
// https://www.w3.org/TR/CSP3/#meta-element
func (p Policy) InHeader() string { return p.InPage() + "; frame-ancestors 'none'" }

// Seal returns a finished page that says the policy before anything that it
// governs. Only the element that names the encoding may stand above it, since
// browsers look for that one in the first 1024 bytes. The document is the page as
// it was read.
func (p Policy) Seal(page []byte, read *dom.Document) []byte {
	meta := `<meta http-equiv="Content-Security-Policy" content="` + p.InPage() + "\">\n" +
		`<meta http-equiv="x-dns-prefetch-control" content="off">` + "\n" // the names of other sites are not looked up either
	at := first(read)
	return slices.Concat(page[:at], []byte(meta), page[at:])
}

// first is where the policy goes: before the first element that is written in
// the head, or in the body of a page without a head.
func first(read *dom.Document) int {
	for _, e := range read.Elements {
		_, encoding := e.Attribute("charset")
		if !e.Implied && !e.Is("html", "head") && !(e.Is("meta") && encoding) {
			return e.Offset
		}
	}
	return read.Root.Offset
}
