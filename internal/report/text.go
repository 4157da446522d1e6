package report

import (
	"bufio"
	"fmt"
	"io"

	"handrail/internal/finding"
)

// Text writes the report for people: a line for each finding, with its fix
// below it, grouped by file, and a summary at the end.
func Text(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	p := palette{r.Color}
	last, shown, judge := "", 0, 0
	for _, f := range r.Findings {
		if f.Severity == finding.Info && !r.Notes {
			continue // a library has hundreds: every page that is not translated yet
		}
		if f.Rule == forPeople && !r.Notes {
			judge++ // one for nearly every page: they would bury what can be mended
			continue
		}
		if shown++; shown > 1 && f.File != last {
			fmt.Fprintln(out)
		}
		last = f.File
		fmt.Fprintf(out, "%s: %s: %s %s\n", p.bold(where(f)), p.severity(f.Severity), plain(f.Message), p.dim("["+f.Rule+"]"))
		if f.Fix != "" {
			fmt.Fprintf(out, "    fix: %s\n", plain(f.Fix))
		}
	}
	if shown > 0 {
		fmt.Fprintln(out)
	}
	if judge > 0 {
		what := fmt.Sprintf("%d pages hold", judge)
		if judge == 1 {
			what = "1 page holds"
		}
		fmt.Fprintf(out, "For people: %s what no machine can judge, such as whether a yes is free, whether anyone can be recognised, and whether pictures are described truly. --verbose lists them.\n", what)
	}
	if r.Held > 0 {
		fmt.Fprintln(out, held(r.Held))
	}
	summary := Summary(r.Summary)
	if r.Summary.Info > 0 && !r.Notes {
		summary += "; --verbose shows the notes"
	}
	fmt.Fprintln(out, summary)
	if r.Closing != "" {
		fmt.Fprintln(out, r.Closing)
	}
	return out.Flush()
}

// forPeople is the rule that lists what no machine can judge.
const forPeople = "people/judge"

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
