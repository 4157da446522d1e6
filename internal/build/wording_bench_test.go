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
	"handrail/internal/parity"
)

// BenchmarkWording builds a library of a thousand pages of about 900 words, half
// of them translations of the others, with and without all that looks after
// words: plain language, words with care, coverage, alternative text, the
// language of pages and passages, and how each translation stands to its source.
// The two are built in turns, and the quickest of each counts, since a busy
// machine only ever makes one slower. All of it may add half.
//
//	go test -run xx -bench Wording -benchtime 3x ./internal/build
func BenchmarkWording(b *testing.B) {
	with, without := options(wordy(b, true)), options(wordy(b, false))
	without.Checks = check.NewSet(slices.DeleteFunc(slices.Clone(with.Checks.All()), func(c *check.Check) bool { return looksAfterWords(c.ID) }))
	took := func(o build.Options) time.Duration {
		start := time.Now()
		if _, err := build.Run(context.Background(), o, func(string, []byte, []string) error { return nil }); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	var all, less []time.Duration
	for b.Loop() {
		less = append(less, took(without))
		all = append(all, took(with))
	}
	fastest, bare := slices.Min(all).Seconds(), slices.Min(less).Seconds()
	b.ReportMetric(bare, "s-without")
	b.ReportMetric(fastest, "s-with")
	b.ReportMetric(100*(fastest/bare-1), "%-more")
}

// looksAfterWords tells the checks that a build without them leaves out.
func looksAfterWords(id string) bool {
	area, name := path.Split(id)
	switch area {
	case "plain/", "words/", "coverage/", "translation/":
		return true
	case "lang/":
		return slices.Contains([]string{"unmarked", "wrong-page", "other-script"}, name)
	case "image/":
		return strings.HasPrefix(name, "alt-") && name != "alt-missing" || slices.Contains([]string{"frightening", "long-description", "words-missing"}, name)
	}
	return false
}

// wordy writes a library of a thousand pages in two languages, with records of
// what each translation was made from if they are wanted.
func wordy(b *testing.B, records bool) string {
	dir := newSite(b, "en", "es")
	sentences := map[string][]string{
		"en": {
			"The people in this room know the work and say what would make it fairer for them.",
			"Ask about pay before the first day, and write down the answer.",
			"Nobody has to speak, and anyone may leave when they want to.",
			"We keep the door open until the last bus, so that people who work late can come.",
			"A host sends the questions two weeks before the evening.",
		},
		"es": {
			"Quienes están en esta sala conocen el trabajo y dicen qué lo haría más justo.",
			"Pregunta por la paga antes del primer día y anota la respuesta.",
			"Nadie tiene que hablar, y cualquiera puede irse cuando quiera.",
			"Dejamos la puerta abierta hasta el último autobús, para que venga quien trabaja tarde.",
			"Quien invita manda las preguntas dos semanas antes de la reunión.",
		},
	}
	for i := range 500 {
		for tag, list := range sentences {
			var text strings.Builder
			fmt.Fprintf(&text, "+++\ntitle = \"%s %d\"\nsummary = \"%s\"\n+++\n", map[string]string{"en": "Note", "es": "Nota"}[tag], i, list[1])
			for part := range 8 {
				fmt.Fprintf(&text, "\n## %s %d {#p%d}\n\n", map[string]string{"en": "Part", "es": "Parte"}[tag], part, part)
				for block := range 3 {
					for s := range 3 {
						text.WriteString(list[(i+part+block+s)%len(list)] + " ")
					}
					text.WriteString("\n\n")
				}
				fmt.Fprintf(&text, "- [%s](n%d.md#p1).\n- %s\n", list[2][:12], (i+1)%500, list[4])
			}
			write(b, dir, fmt.Sprintf("content/%s/notes/n%d.md", tag, i), text.String())
		}
	}
	if !records {
		return dir
	}
	read, err := build.Read(context.Background(), options(dir))
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range read.Pages {
		if p.Translation != nil {
			record := parity.NewRecord(p.Translation.Source.Parts(), p.Parts())
			record.Source = p.Translation.Source.Lang.Tag
			write(b, dir, read.RecordPath(p), string(record.Bytes()))
		}
	}
	return dir
}
