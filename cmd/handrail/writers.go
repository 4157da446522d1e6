package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"handrail/internal/build"
	"handrail/internal/check/plain"
	"handrail/internal/lang"
	"handrail/internal/report"
	"handrail/internal/site"
)

// extras are the files that check writes beside its report.
type extras struct {
	report   string // the page for writers
	baseline bool   // the file of plain.baseline
}

// hardest is how many sentences the page for writers shows: more than anyone
// mends in a week.
const hardest = 50

func (e *extras) write(w *world, s *shared, result *build.Result) error {
	if e.report != "" {
		var page bytes.Buffer
		if err := report.WritersPage(&page, writers(result)); err != nil {
			return err
		}
		if err := os.WriteFile(e.report, page.Bytes(), 0o644); err != nil {
			return fmt.Errorf("writing the page for writers: %w", err)
		}
	}
	if !e.baseline {
		return nil
	}
	name := result.Config.Plain.Baseline
	if name == "" {
		return fmt.Errorf("nothing says where the baseline is; write baseline = \"plain-baseline.toml\" below [plain] in %s", s.config)
	}
	held := plain.Hold(result.Site)
	if err := os.WriteFile(filepath.Join(s.source, filepath.FromSlash(name)), baselineText(held), 0o644); err != nil {
		return fmt.Errorf("writing the baseline: %w", err)
	}
	what := fmt.Sprintf("%d pages; none of them may get harder", len(held))
	if len(held) == 1 {
		what = "1 page; it may not get harder"
	}
	fmt.Fprintf(w.stderr, "The baseline %s holds %s\n", name, what)
	return nil
}

// writers is what the page for writers shows. A sentence with a private value
// is left out.
func writers(result *build.Result) report.Writers {
	o := plain.Hardest(result.Site, hardest)
	page := report.Writers{Sentences: o.Sentences, Short: o.Short}
	for _, h := range o.Hardest {
		if result.Private(h.Text) {
			continue
		}
		one := report.HardSentence{Text: h.Text, Lang: h.Lang, File: h.At.Path, Line: h.At.Line, Words: h.Words, LongWords: h.LongWords, Cut: h.Cut}
		if l, err := lang.Parse(h.Lang); err == nil {
			one.Dir = l.Dir
		}
		page.Hardest = append(page.Hardest, one)
	}
	return page
}

// baselineText writes the file of plain.baseline.
func baselineText(held []site.Held) []byte {
	var b bytes.Buffer
	b.WriteString("# Pages may stay as hard as they are here, and may not get harder.\n# `handrail check --write-plain-baseline` writes this file.\n")
	for _, h := range held {
		fmt.Fprintf(&b, "\n[[page]]\nfile = %q\n", h.File)
		if h.Level > 0 {
			fmt.Fprintf(&b, "level = %.1f\n", h.Level)
		}
		for _, list := range []struct {
			key    string
			values []int
		}{{"sentences", h.Sentences}, {"paragraphs", h.Paragraphs}, {"sections", h.Sections}} {
			if list.values != nil {
				fmt.Fprintf(&b, "%s = [%d, %d]\n", list.key, list.values[0], list.values[1])
			}
		}
	}
	return b.Bytes()
}
