package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"handrail/internal/finding"
)

// Text writes the report for people: a line for each finding, with its fix
// below it, grouped by file, and a summary at the end.
func Text(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	p := palette{r.Color}
	last := ""
	for i, f := range r.Findings {
		if i > 0 && f.File != last {
			fmt.Fprintln(out)
		}
		last = f.File
		fmt.Fprintf(out, "%s: %s: %s %s\n", p.bold(where(f)), p.severity(f.Severity), f.Message, p.dim("["+f.Rule+"]"))
		if f.Fix != "" {
			fmt.Fprintf(out, "    fix: %s\n", f.Fix)
		}
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out, Summary(r.Summary))
	if r.Closing != "" {
		fmt.Fprintln(out, r.Closing)
	}
	return out.Flush()
}

// where writes file:line:col, without the parts that are not known.
func where(f finding.Finding) string {
	file := f.File
	if file == "" {
		file = "the site"
	}
	if f.Line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d:%d", file, f.Line, f.Col)
}

// Summary is one line of counts. Zero counts of what does not block are left
// out.
func Summary(s finding.Summary) string {
	parts := []string{count(s.Errors, "error", "errors"), count(s.Warnings, "warning", "warnings")}
	if s.Withheld > 0 {
		parts = append(parts, count(s.Withheld, "page withheld", "pages withheld"))
	}
	if s.Ask > 0 {
		parts = append(parts, count(s.Ask, "question for a person", "questions for a person"))
	}
	if s.Info > 0 {
		parts = append(parts, count(s.Info, "note", "notes"))
	}
	return fmt.Sprintf("%s, %s (%.1f s)", count(s.Pages, "page", "pages"), strings.Join(parts, ", "), s.Seconds)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// palette writes ANSI colours, or nothing.
type palette struct{ on bool }

func (p palette) wrap(code, text string) string {
	if !p.on {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p palette) bold(text string) string { return p.wrap("1", text) }
func (p palette) dim(text string) string  { return p.wrap("2", text) }

func (p palette) severity(s finding.Severity) string {
	switch s {
	case finding.Error:
		return p.wrap("1;31", string(s))
	case finding.Warning, finding.Withhold:
		return p.wrap("33", string(s))
	}
	return p.wrap("36", string(s))
}
