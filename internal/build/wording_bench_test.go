package build_test

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/check"
)

// BenchmarkWording builds a library of a thousand pages of about 900 words with
// and without the checks of wording, in turns, and reports what they add. They
// may add half. Quick machines and slow ones are compared with themselves only.
//
//	go test -run xx -bench Wording ./internal/build
func BenchmarkWording(b *testing.B) {
	dir := newSite(b, "en")
	sentences := []string{
		"The people in this room know the work and say what would make it fairer for them.",
		"Ask about pay before the first day, and write down the answer.",
		"Nobody has to speak, and anyone may leave when they want to.",
		"We keep the door open until the last bus, so that people who work late can come.",
		"A host sends the questions two weeks before the evening.",
	}
	for i := range 1000 {
		var text strings.Builder
		fmt.Fprintf(&text, "+++\ntitle = \"Note %d\"\nsummary = \"A note.\"\n+++\n", i)
		for part := range 8 {
			fmt.Fprintf(&text, "\n## Part %d {#p%d}\n\n", part, part)
			for block := range 3 {
				for s := range 3 {
					text.WriteString(sentences[(i+part+block+s)%len(sentences)] + " ")
				}
				text.WriteString("\n\n")
			}
			fmt.Fprintf(&text, "- One thing, and [the note after it](n%d.md#p1).\n- Another.\n", (i+1)%1000)
		}
		write(b, dir, fmt.Sprintf("content/en/notes/n%d.md", i), text.String())
	}
	with := options(dir)
	without := with
	without.Checks = check.NewSet(slices.DeleteFunc(slices.Clone(with.Checks.All()), func(c *check.Check) bool {
		return slices.Contains([]string{"plain", "words", "coverage"}, path.Dir(c.ID))
	}))
	took := func(o build.Options) time.Duration {
		start := time.Now()
		if _, err := build.Run(context.Background(), o, func(string, []byte, []string) error { return nil }); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	var all, less time.Duration
	for b.Loop() {
		less += took(without)
		all += took(with)
	}
	b.ReportMetric(less.Seconds()/float64(b.N), "s-without")
	b.ReportMetric(all.Seconds()/float64(b.N), "s-with")
	b.ReportMetric(100*(all.Seconds()/less.Seconds()-1), "%-more")
}
