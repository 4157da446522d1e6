package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/config"
	"handrail/internal/lang"
	"handrail/internal/site"
)

func newLanguages(w *world, s *shared) *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use:   "languages",
		Short: "Say what is translated, missing, stale or not reviewed, per language",
		Long: `For each language: which pages are complete, stale, missing or not reviewed. A
page is stale when its source has changed since someone said that the two agree.`,
		Example: `  handrail languages
  handrail languages diff safety --lang es
  handrail languages done safety --lang es
  handrail languages typo safety`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			read, err := build.Read(c.Context(), s.options(w, build.Options{}))
			if err != nil {
				return err
			}
			switch format {
			case "json":
				return writeJSON(w.stdout, overviewJSON{"handrail", version, "languages", overview(read)})
			case "text":
				return overviewText(w.stdout, overview(read), s.verbose)
			}
			return fmt.Errorf("--format is %q; choose text or json", format)
		},
	}
	c.Flags().StringVar(&format, "format", format, "text or json")
	c.AddCommand(newDiff(w, s), newDone(w, s), newTypo(w, s))
	return c
}

// overviewJSON is what `languages --format json` prints.
type overviewJSON struct {
	Tool      string     `json:"tool"`
	Version   string     `json:"version"`
	Command   string     `json:"command"`
	Languages []standing `json:"languages"`
}

// A standing is how far one language has come. Each page is in one of Complete,
// Stale, Unrecorded, Missing and LeftOut; those in Unreviewed are there beside.
type standing struct {
	Tag  string `json:"tag"`
	Name string `json:"name"`
	// Sources are pages that this language is the source of.
	Sources    int          `json:"sources"`
	Complete   []listedPage `json:"complete"`
	Stale      []listedPage `json:"stale"`
	Unrecorded []listedPage `json:"unrecorded"` // there, but nobody has said what they were made from
	Missing    []listedPage `json:"missing"`
	LeftOut    []listedPage `json:"left_out"` // missing on purpose: the configuration says why
	Unreviewed []listedPage `json:"unreviewed"`
	Machine    []listedPage `json:"machine_translated"`
}

// listedPage is one page in a list; a missing one is named by its source.
type listedPage struct {
	ID    string `json:"id"`
	File  string `json:"file"`
	Title string `json:"title"`
	Parts int    `json:"parts,omitempty"` // how many are stale
}

// overview works out how each language stands.
func overview(s *site.Site) []standing {
	var all []standing
	for _, l := range s.Languages {
		all = append(all, stand(s, l))
	}
	return all
}

func stand(s *site.Site, l lang.Language) standing {
	none := []listedPage{}
	st := standing{Tag: l.Tag, Name: l.Autonym, Complete: none, Stale: none, Unrecorded: none, Missing: none, LeftOut: none, Unreviewed: none, Machine: none}
	for _, p := range s.Pages {
		entry := listedPage{ID: p.Name(), File: p.File.Path, Title: p.Common().Title}
		if p.Lang.Tag != l.Tag {
			if p.Translation == nil && p.Translations[l.Tag] == nil && !l.Easy() {
				if leftOut(s.Config, p.File.Path) {
					st.LeftOut = append(st.LeftOut, entry)
				} else {
					st.Missing = append(st.Missing, entry)
				}
			}
			continue
		}
		t := p.Translation
		if t == nil {
			st.Sources++
			continue
		}
		if p.Common().ReviewedBy == "" && len(p.Common().TestedBy) == 0 {
			st.Unreviewed = append(st.Unreviewed, entry)
		}
		if p.Common().Machine {
			st.Machine = append(st.Machine, entry)
		}
		switch {
		case !t.UpToDate():
			entry.Parts = len(t.Stale)
			st.Stale = append(st.Stale, entry)
		case t.Record == nil:
			st.Unrecorded = append(st.Unrecorded, entry)
		default:
			st.Complete = append(st.Complete, entry)
		}
	}
	return st
}

// leftOut tells whether the configuration gives a reason for a page not to be
// translated.
func leftOut(c *config.Config, file string) bool {
	for _, ig := range c.Ignores {
		if ig.Rule == "translation/missing" && ig.Covers(file) {
			return true
		}
	}
	return false
}

// overviewText prints a few lines for each language. What needs work is named;
// the rest is counted, and named where the person asks for more.
func overviewText(to io.Writer, all []standing, verbose bool) error {
	out := bufio.NewWriter(to)
	for i, st := range all {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%s (%s)\n", st.Name, st.Tag)
		if st.Sources > 0 {
			fmt.Fprintf(out, "  %-15s %4d\n", "first written", st.Sources)
		}
		for _, list := range []struct {
			name  string
			pages []listedPage
			named bool
		}{
			{"complete", st.Complete, verbose}, {"stale", st.Stale, true}, {"not recorded", st.Unrecorded, verbose},
			{"missing", st.Missing, true}, {"left out", st.LeftOut, verbose}, {"not reviewed", st.Unreviewed, verbose},
			{"by a machine", st.Machine, true},
		} {
			if len(list.pages) == 0 && (list.name != "complete" && list.name != "stale" && list.name != "missing" || len(all) == 1) {
				continue
			}
			fmt.Fprintf(out, "  %-15s %4d\n", list.name, len(list.pages))
			for _, p := range list.pages {
				if list.named {
					fmt.Fprintf(out, "      %s\n", strings.Join([]string{p.File, p.Title}, "  "))
				}
			}
		}
	}
	return out.Flush()
}

func writeJSON(to io.Writer, value any) error {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
