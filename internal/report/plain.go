package report

import (
	"fmt"
	"strings"
	"unicode"

	"handrail/internal/finding"
)

// plain is text that stays on its line: a file name may hold a line end or the
// commands of a terminal, and must not write lines of its own into a report.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// sentence ends a message with a full stop, unless it ends itself.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsRune(".?!…:", []rune(text)[len([]rune(text))-1]) {
		return text
	}
	return text + "."
}

// name is what a report calls the file of a finding.
func name(f finding.Finding) string {
	if f.File == "" {
		return "the site"
	}
	return f.File
}

// where writes file:line:col, without the parts that are not known.
func where(f finding.Finding) string {
	if f.Line == 0 {
		return plain(name(f))
	}
	return fmt.Sprintf("%s:%d:%d", plain(name(f)), f.Line, f.Col)
}

// Summary is one line of counts. Zero counts of what does not block are left
// out.
func Summary(s finding.Summary) string { return fmt.Sprintf("%s (%.1f s)", counts(s), s.Seconds) }

// counts is a summary without the time, which differs from run to run.
func counts(s finding.Summary) string {
	parts := []string{count(s.Pages, "page", "pages"), count(s.Errors, "error", "errors"), count(s.Warnings, "warning", "warnings")}
	if s.Withheld > 0 {
		parts = append(parts, count(s.Withheld, "page withheld", "pages withheld"))
	}
	if s.Ask > 0 {
		parts = append(parts, count(s.Ask, "question for a person", "questions for a person"))
	}
	if s.Info > 0 {
		parts = append(parts, count(s.Info, "note", "notes"))
	}
	return strings.Join(parts, ", ")
}

// held says what a baseline keeps out of the report, or nothing.
func held(n int) string {
	if n == 0 {
		return ""
	}
	return "The baseline holds " + count(n, "more finding", "more findings") + ", to be mended later."
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
