package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/parity"
	"handrail/internal/site"
)

func newDiff(w *world, s *shared) *cobra.Command {
	var languages []string
	format := "text"
	c := &cobra.Command{
		Use:   "diff ID --lang LANGUAGE",
		Short: "Show a translator the old and the new source beside the translation",
		Long: `Show what the source said when a page was translated, what it says now, and the
translation. The old words come from the private folder .handrail, or else from
the history of git. Where neither has them, only the new ones are shown.`,
		Example: "  handrail languages diff safety --lang es",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			read, err := build.Read(c.Context(), s.options(w, build.Options{Drafts: true}))
			if err != nil {
				return err
			}
			chosen, err := chosenLanguages(read, languages)
			if err != nil {
				return err
			}
			pages, err := translationsOf(read, args, chosen)
			if err != nil {
				return err
			}
			for _, p := range pages {
				shown := s.diff(c.Context(), read, p)
				switch format {
				case "json":
					err = writeJSON(w.stdout, shown)
				case "text":
					err = diffText(w.stdout, shown)
				default:
					err = fmt.Errorf("--format is %q; choose text or json", format)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringSliceVar(&languages, "lang", nil, "the language of the translation")
	c.Flags().StringVar(&format, "format", format, "text or json")
	return c
}

// A comparison is what `languages diff` prints.
type comparison struct {
	Tool    string     `json:"tool"`
	Version string     `json:"version"`
	Command string     `json:"command"`
	ID      string     `json:"id"`
	Lang    string     `json:"lang"`
	File    string     `json:"file"`
	Source  string     `json:"source"`
	Status  string     `json:"status"` // up to date, stale, or not recorded
	Parts   []compared `json:"parts"`  // what is stale; every part of a page that is not recorded
}

// compared is one part in both languages. Was is empty where the part is new,
// or where nobody kept the old words; Kept tells the two apart.
type compared struct {
	Line        int    `json:"line"` // of the translation; 0 where it has none
	SourceLine  int    `json:"source_line"`
	Was         string `json:"was"`
	Now         string `json:"now"`
	Translation string `json:"translation"`
	New         bool   `json:"new"`     // the source's part is new; Translation is what comes before it
	Gone        bool   `json:"gone"`    // the source's part is gone
	Touched     bool   `json:"touched"` // the translation was changed since, too
	Kept        bool   `json:"kept"`    // the old words are known
}

// diff compares a translation with its source.
func (s *shared) diff(ctx context.Context, read *site.Site, p *site.Page) comparison {
	t := p.Translation
	shown := comparison{Tool: "handrail", Version: version, Command: "languages diff", ID: p.Name(), Lang: p.Lang.Tag,
		File: p.File.Path, Source: t.Source.File.Path, Status: "up to date", Parts: []compared{}}
	if t.Record == nil {
		shown.Status = "not recorded"
		if t.Behind {
			shown.Status = "stale"
		}
		shown.Parts = sideBySide(t.Source.Parts(), p.Parts())
		return shown
	}
	if len(t.Stale) == 0 {
		return shown
	}
	shown.Status = "stale"
	old := s.oldWords(ctx, read, t)
	for _, d := range t.Stale {
		one := compared{New: d.Was == "", Gone: d.Now == nil, Touched: d.Touched, Was: old[d.Was]}
		one.Kept = one.Was != ""
		if d.Now != nil {
			one.SourceLine, one.Now = d.Now.At.Line, d.Now.Text
		}
		if d.Here != nil {
			one.Line, one.Translation = d.Here.At.Line, d.Here.Text
		}
		shown.Parts = append(shown.Parts, one)
	}
	return shown
}

// sideBySide pairs the parts of a page that nobody has compared yet.
func sideBySide(source, translation []parity.Part) []compared {
	var all []compared
	for i, j := range parity.Match(source, translation) {
		one := compared{SourceLine: source[i].At.Line, Now: source[i].Text}
		if j >= 0 {
			one.Line, one.Translation = translation[j].At.Line, translation[j].Text
		}
		all = append(all, one)
	}
	return all
}

// diffText prints a comparison for people.
func diffText(to io.Writer, shown comparison) error {
	out := bufio.NewWriter(to)
	switch shown.Status {
	case "up to date":
		fmt.Fprintf(out, "%s says what %s says.\n", shown.File, shown.Source)
		return out.Flush()
	case "stale":
		fmt.Fprintf(out, "%s does not say what %s says now. Words that differ are in [brackets].\n", shown.File, shown.Source)
	default:
		fmt.Fprintf(out, "Nobody has said yet that %s says what %s says. Here are both.\n", shown.File, shown.Source)
	}
	label := func(name, text string) { fmt.Fprintf(out, "  %-4s %s\n", name, text) }
	for _, c := range shown.Parts {
		fmt.Fprintln(out)
		was, now := c.Was, c.Now
		if was != "" && now != "" {
			was, now = marked(was, now)
		}
		switch {
		case c.New:
			fmt.Fprintf(out, "%s:%d is new\n", shown.Source, c.SourceLine)
		case c.Gone:
			fmt.Fprintf(out, "%s has nothing any more for %s:%d\n", shown.Source, shown.File, c.Line)
		case c.Line == 0:
			fmt.Fprintf(out, "%s:%d has nothing here\n", shown.Source, c.SourceLine)
		default:
			fmt.Fprintf(out, "%s:%d, made from %s:%d\n", shown.File, c.Line, shown.Source, c.SourceLine)
		}
		switch {
		case was != "":
			label("was", was)
		case shown.Status == "stale" && !c.New && len(shown.Parts) > 0 && !c.Kept:
			label("was", "(the old words were not kept on this computer)")
		}
		if now != "" {
			label("now", now)
		}
		if c.Translation != "" && !c.New {
			label(shown.Lang, c.Translation)
		} else if c.Translation != "" {
			label(shown.Lang, "(belongs after line "+fmt.Sprint(c.Line)+") "+c.Translation)
		}
		if c.Touched {
			label("", "This part of the translation was changed since, too.")
		}
	}
	fmt.Fprintf(out, "\nWhen the translation says the same: handrail languages done %s --lang %s\n", shown.ID, shown.Lang)
	return out.Flush()
}

// longest is how many words of a part are compared one by one.
const longest = 600

// marked puts the words in brackets that two texts do not share.
func marked(was, now string) (string, string) {
	a, b := strings.Fields(was), strings.Fields(now)
	if len(a) > longest || len(b) > longest {
		return was, now
	}
	// The longest common row of words, from the end.
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	keepA, keepB := make([]bool, len(a)), make([]bool, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			keepA[i], keepB[j] = true, true
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	return bracketed(a, keepA), bracketed(b, keepB)
}

// bracketed puts each run of words that are not kept in brackets.
func bracketed(words []string, kept []bool) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if !kept[i] && (i == 0 || kept[i-1]) {
			b.WriteByte('[')
		}
		b.WriteString(word)
		if !kept[i] && (i+1 == len(words) || kept[i+1]) {
			b.WriteByte(']')
		}
	}
	return b.String()
}
