package starter

import (
	"bytes"
	"path"
)

// A Statement is what a statement of accessibility is filled in with: what a
// program knows. What it does not know, the text says.
type Statement struct {
	Start
	Version string // of the program
	Date    string // the day that it looked, as 2026-09-01
	Removal bool   // the library has a page that says how to reach its people

	Pages, Checks, Errors, Warnings, Asks int
	// Criteria are the parts of WCAG that errors were found under.
	Criteria []Criterion
}

// A Criterion is a part of WCAG, such as 1.4.3, and in how many places it is
// not met.
type Criterion struct {
	Number string
	Places int
}

// StatementFile returns the page. Its parts are those of the model statement of
// the W3C's Web Accessibility Initiative
// (https://www.w3.org/WAI/planning/statements/).
func StatementFile(s Statement) (File, error) {
	return fill(path.Join("files", text(s.Lang), "statement.md.tmpl"), path.Join(s.Lang, "accessibility.md"), s)
}

// Untouched tells whether an accessibility page is still the one that a new
// library begins with, whatever the month. Nobody's words are lost with it.
func Untouched(page []byte, tag string) bool {
	begun, err := fill(path.Join("files", text(tag), "site", "accessibility.md.tmpl"), "", Start{Lang: tag})
	return err == nil && bytes.Equal(withoutMonth(page), withoutMonth(begun.Data))
}

func withoutMonth(page []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(page) {
		if !bytes.HasPrefix(line, []byte("changed = ")) {
			kept = append(kept, bytes.TrimRight(line, "\r\n")...)
			kept = append(kept, '\n')
		}
	}
	return kept
}
