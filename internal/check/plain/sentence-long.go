package plain

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/prose"
)

var sentenceLong = &check.Check{
	ID:       "plain/sentence-long",
	Severity: finding.Error,
	Source:   func(p *check.SourcePass) { tell(p.Site.HeldPage(p.Page).Sentences, longSentences(p)) },
}

func longSentences(p *check.SourcePass) []size {
	var found []size
	for _, x := range ours(p.Passages()) {
		if !prose.Of(x.Lang).Spaced() {
			continue
		}
		bounds := limits(p, x).Sentence
		for _, s := range x.Sentences {
			n := words(x, s)
			severity := weigh(n, bounds)
			if severity == "" {
				continue
			}
			message := fmt.Sprintf("this sentence has %d words", n)
			if cut := cutBefore(x.Lang, s.In(x.Text)); cut != "" {
				message += fmt.Sprintf("; end it before “%s” and begin a new one there", cut)
			} else {
				message += "; make two or three of it, one for each thought"
			}
			found = append(found, size{severity, n, func(severity finding.Severity) {
				p.FoundAs(severity, x.At(s.Start), message, "")
			}})
		}
	}
	return found
}

// joints are words that often join two thoughts that can stand alone.
var joints = map[string]map[string]bool{
	"en": set("and but because so which who where when while although though if unless or then"),
	"es": set("y e pero porque aunque donde cuando mientras si así entonces sino quienes"),
	"fr": set("et mais parce car qui où quand lorsque puisque si donc"),
	"de": set("und aber weil denn dass wenn obwohl damit sodass"),
	"pt": set("e mas porque embora onde quando enquanto se então"),
	"it": set("e ma perché dove quando mentre se quindi"),
	"nl": set("en maar omdat want waar wanneer als zodat"),
	"ru": set("и но потому что который которая которые где когда если чтобы"),
	"ar": set("لكن لأن حين حيث إذا الذي التي الذين ثم"),
}

// cutBefore returns the joint nearest the middle of a sentence, with the word
// after it, or nothing where neither half would be a sentence.
func cutBefore(tag, text string) string {
	known := joints[primary(tag)]
	var spans []prose.Span
	for w := range prose.Words(text) {
		spans = append(spans, w)
	}
	best := -1
	middle := len(spans) / 2
	for i := 4; i < len(spans)-4; i++ {
		if known[strings.ToLower(spans[i].In(text))] && (best < 0 || abs(i-middle) < abs(best-middle)) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return text[spans[best].Start:spans[best+1].End]
}

func abs(n int) int { return max(n, -n) }

func set(list string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		m[word] = true
	}
	return m
}
