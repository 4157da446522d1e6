package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/check"
	"handrail/internal/fields"
)

// explained is a check in `explain --format json`, as the contract has it.
type explained struct {
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	Title    string   `json:"title"`
	Why      string   `json:"why"`
	Fix      string   `json:"fix"`
	ACT      []string `json:"act"`
	WCAG     []string `json:"wcag"`
	Axe      []string `json:"axe"`
	Examples struct {
		Bad  []string `json:"bad"`
		Good []string `json:"good"`
	} `json:"examples"`
}

func newExplain(w *world, s *shared) *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use:     "explain [CHECK]",
		Short:   "Say what a check means, why it matters and how to fix it",
		Example: "  handrail explain image/alt-missing",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			set := checks()
			shown := set.All()
			if len(args) == 1 {
				one := set.Named(args[0])
				if one == nil {
					return unknownCheck(set, args[0])
				}
				shown = []*check.Check{one}
			}
			switch format {
			case "json":
				return explainJSON(w.stdout, shown)
			case "text":
				return explainText(w.stdout, shown, len(args) == 1)
			}
			return fmt.Errorf("--format is %q; choose text or json", format)
		},
	}
	c.Flags().StringVar(&format, "format", format, "text or json")
	return c
}

func unknownCheck(set *check.Set, id string) error {
	if near := fields.Nearest(id, set.IDs()); near != "" {
		return fmt.Errorf("there is no check called %q; did you mean %q?", id, near)
	}
	return fmt.Errorf("there is no check called %q; `handrail explain` lists them all", id)
}

func explainJSON(out io.Writer, shown []*check.Check) error {
	list := []explained{}
	for _, c := range shown {
		e := explained{Rule: c.ID, Severity: string(c.Severity), Title: c.Page.Title, Why: c.Page.Why, Fix: c.Page.Fix,
			ACT: orEmpty(c.Refs.ACT), WCAG: orEmpty(c.Refs.WCAG), Axe: orEmpty(c.Refs.Axe)}
		e.Examples.Bad, e.Examples.Good = c.Page.Bad(), c.Page.Good()
		list = append(list, e)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func orEmpty(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

// explainText prints one check whole, or a line for each.
func explainText(w io.Writer, shown []*check.Check, whole bool) error {
	out := bufio.NewWriter(w)
	for _, c := range shown {
		if !whole {
			fmt.Fprintf(out, "%-32s %-8s %s\n", c.ID, c.Severity, c.Page.Title)
			continue
		}
		fmt.Fprintf(out, "%s (%s)\n%s\n\nWhy it matters\n  %s\n\nHow to fix it\n  %s\n", c.ID, c.Severity, c.Page.Title, c.Page.Why, c.Page.Fix)
		for _, ref := range [][]string{append([]string{"WCAG"}, c.Refs.WCAG...), append([]string{"ACT"}, c.Refs.ACT...), append([]string{"axe"}, c.Refs.Axe...)} {
			if len(ref) > 1 {
				fmt.Fprintf(out, "\n%s: %s", ref[0], strings.Join(ref[1:], ", "))
			}
		}
		examples(out, "What is found", c.Page.Bad())
		examples(out, "What is fine", c.Page.Good())
	}
	return out.Flush()
}

func examples(out io.Writer, title string, shown []string) {
	if len(shown) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s\n", title)
	for _, e := range shown {
		fmt.Fprintf(out, "\n    %s\n", strings.ReplaceAll(e, "\n", "\n    "))
	}
}
