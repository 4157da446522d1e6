package plain

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/prose"
	"handrail/internal/site"
)

// doubleNegative looks at English only: in Spanish, French, Italian and many
// other languages two negatives are how to say no once.
var doubleNegative = &check.Check{
	ID:       "plain/double-negative",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		eachSentence(p.Passages(), "en", func(x *site.Passage, list []token) {
			for i := range list {
				if end := negatedTwice(list, i); end > 0 {
					part := prose.Span{Start: list[i].Start, End: list[end].End}
					if !spared(x, part) {
						p.Found(x.At(part.Start), "“"+part.In(x.Text)+"” says no twice; say what is true instead")
					}
				}
			}
		})
	},
}

// negatedTwice returns the index of the second negative of two that belong
// together, or 0.
func negatedTwice(list []token, i int) int {
	word := list[i].word
	negated := word == "not" || word == "cannot" || word == "never" || strings.HasSuffix(word, "n't")
	switch {
	case word == "no" && i+1 < len(list) && (list[i+1].word == "fewer" || list[i+1].word == "less"):
		return i + 1
	case !negated:
		return 0
	}
	takesVerb := word != "not" && word != "never" // don't tell nobody
	for j := i + 1; j < len(list) && j <= i+3; j++ {
		next := list[j].word
		switch {
		case opposites[next], takesVerb && nothings[next]:
			return j
		case !between[next] && !(takesVerb && j == i+1):
			return 0
		}
	}
	return 0
}

var (
	// opposites are words that a prefix has turned into their opposite, and
	// that people put after "not".
	opposites = set("unlikely unusual uncommon unhappy unfair impossible unable unclear unreasonable dissimilar unaware " +
		"unimportant insignificant unfamiliar uncertain unheard unnecessary unhelpful unwelcome unsafe illegal improper inaccurate incorrect invisible")
	nothings = set("nobody nothing nowhere none never neither")
	between  = set("be been at all so very too always quite an a the entirely completely totally really seem")
)
