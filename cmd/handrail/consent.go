package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"handrail/internal/approval"
	"handrail/internal/build"
)

func newConsent(w *world, s *shared) *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use:   "consent",
		Short: "List what is approved, what lapsed, and whom to ask again",
		Long: `Lists every approval under the handle of the person who gave it: what holds, what lapsed because
something was changed, what is due within 30 days, what has run out, what waits for an answer.
It prints ids and handles, and no word of what anyone has told.`,
		Example: `  handrail consent
  handrail consent --format json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return consent(c.Context(), w, s, format) },
	}
	c.Flags().StringVar(&format, "format", format, "the list: text or json")
	return c
}

// listed is one approval in JSON. Days are empty where there is none.
type listed struct {
	Content  string   `json:"content"`
	Lang     string   `json:"lang"`
	Standing string   `json:"standing"` // approved, waiting, lapsed, expired, paused, revoked, scope or broken
	Due      bool     `json:"due"`      // within 30 days, or already
	Gone     bool     `json:"gone"`     // not in the library any more
	By       string   `json:"by"`
	Role     string   `json:"role"`
	Scope    []string `json:"scope"`
	Approved string   `json:"approved"`
	Recheck  string   `json:"recheck"`
	Expires  string   `json:"expires"`
	Reviewed string   `json:"reviewed"`
	Paid     bool     `json:"paid"`
}

// A consentList is the whole list in JSON.
type consentList struct {
	Tool      string         `json:"tool"`
	Version   string         `json:"version"`
	Command   string         `json:"command"`
	Approvals []listed       `json:"approvals"`
	Problems  []recordFault  `json:"problems"`
	Summary   map[string]int `json:"summary"`
}

// A recordFault is a record that cannot be read.
type recordFault struct {
	File    string `json:"file"` // below the folder of approvals
	Line    int    `json:"line"`
	Message string `json:"message"`
	Fix     string `json:"fix"`
}

func consent(ctx context.Context, w *world, s *shared, format string) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("--format is %q; choose text or json", format)
	}
	opened, err := build.Open(ctx, s.options(w, build.Options{}))
	if err != nil {
		return err
	}
	defer opened.Close()
	list := consentList{Tool: "handrail", Version: version, Command: "consent", Approvals: []listed{}, Problems: []recordFault{},
		Summary: map[string]int{"approved": 0, "due": 0, "waiting": 0, "lapsed": 0, "expired": 0, "paused": 0, "revoked": 0, "scope": 0, "broken": 0}}
	for _, e := range opened.Judged.Entries(w.clock()) {
		list.Approvals = append(list.Approvals, inList(e))
		list.Summary[string(e.Standing)]++
		if e.Due {
			list.Summary["due"]++
		}
	}
	for _, p := range opened.Judged.Records.Problems {
		list.Problems = append(list.Problems, recordFault{p.File, p.Line, p.Message, p.Fix})
	}
	if format == "json" {
		out := json.NewEncoder(w.stdout)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		return out.Encode(list)
	}
	list.text(w.stdout)
	return nil
}

func inList(e approval.Entry) listed {
	l := listed{Content: e.Content, Lang: e.Lang, Standing: string(e.Standing), Due: e.Due, Gone: e.Gone, Scope: []string{}}
	if r := e.Record; r != nil {
		l.By, l.Role, l.Paid = r.By, r.Role, r.Paid
		l.Approved, l.Recheck, l.Expires, l.Reviewed = date(r.Approved), date(r.Recheck), date(r.Expires), date(r.Reviewed)
		for _, s := range r.Scope {
			l.Scope = append(l.Scope, string(s))
		}
	}
	return l
}

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// text writes the list for people: those who have not answered, then a block
// for each handle.
func (list consentList) text(out io.Writer) {
	if len(list.Approvals) == 0 {
		fmt.Fprintln(out, "Nothing here needs an approval yet. Every story will.")
	}
	for i, l := range list.Approvals {
		if i == 0 || l.By != list.Approvals[i-1].By {
			if i > 0 {
				fmt.Fprintln(out)
			}
			if l.By == "" {
				fmt.Fprintln(out, "Nobody has answered yet")
			} else {
				fmt.Fprintln(out, l.By)
			}
		}
		fmt.Fprintf(out, "  %-12s %-6s %s\n", l.Content, l.Lang, l.words())
	}
	for _, p := range list.Problems {
		at := p.File
		if p.Line > 0 {
			at = fmt.Sprintf("%s:%d", p.File, p.Line)
		}
		fmt.Fprintf(out, "\n%s: %s\n", at, p.Message)
		if p.Fix != "" {
			fmt.Fprintf(out, "    fix: %s\n", p.Fix)
		}
	}
	s := list.Summary
	fmt.Fprintf(out, "\n%d approved (%d due within 30 days), %d waiting, %d lapsed, %d expired, %d paused, %d revoked, %d not for the web\n",
		s["approved"], s["due"], s["waiting"], s["lapsed"], s["expired"], s["paused"], s["revoked"], s["scope"])
	if s["broken"]+len(list.Problems) > 0 {
		fmt.Fprintln(out, "Some approvals cannot be read; see above.")
	}
}

// words say in a sentence where one approval stands.
func (l listed) words() string {
	what := map[string]string{
		"approved": "approved until " + l.Expires + " for " + strings.Join(l.Scope, ", "),
		"waiting":  "waits for an answer",
		"lapsed":   "lapsed: it was changed after " + l.Approved,
		"expired":  "expired on " + l.Expires,
		"paused":   "paused",
		"revoked":  "revoked",
		"scope":    "approved, but not for the web",
		"broken":   "cannot be read",
	}[l.Standing]
	if l.Gone {
		return what + " (this piece is not in the library)"
	}
	if l.Due {
		what += "; ask again by " + l.Recheck
	}
	return what
}
