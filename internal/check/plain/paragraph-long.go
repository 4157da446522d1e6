package plain

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/prose"
)

var paragraphLong = &check.Check{
	ID:       "plain/paragraph-long",
	Severity: finding.Error,
	Source:   func(p *check.SourcePass) { tell(p.Site.HeldPage(p.Page).Paragraphs, longParagraphs(p)) },
}

func longParagraphs(p *check.SourcePass) []size {
	var found []size
	for _, x := range ours(p.Passages()) {
		if x.Kind == markdown.HeadingText || !prose.Of(x.Lang).Spaced() {
			continue
		}
		n, sentences := 0, 0
		for _, s := range x.Sentences {
			if w := words(x, s); w > 0 {
				n, sentences = n+w, sentences+1
			}
		}
		l := limits(p, x)
		severity := weigh(n, l.Paragraph)
		bySentences := weigh(sentences, l.Sentences)
		if bySentences != "" && severity != finding.Error {
			severity = bySentences
		}
		if severity == "" {
			continue
		}
		message := "this paragraph has " + number(n, "word", "words") + " in " + number(sentences, "sentence", "sentences") +
			"; begin a new paragraph where the next thought begins"
		if middle := len(x.Sentences) / 2; middle > 0 {
			message += ", for example at “" + opening(x.Sentences[middle].In(x.Text)) + "”"
		}
		found = append(found, size{severity, n, func(severity finding.Severity) { p.FoundAs(severity, x.At(0), message, "") }})
	}
	return found
}

// opening is the first few words of a sentence.
func opening(sentence string) string {
	const most = 4
	n := 0
	for w := range prose.Words(sentence) {
		if n++; n == most {
			if w.End < len(sentence)-1 {
				return sentence[:w.End] + " …"
			}
			break
		}
	}
	return sentence
}
