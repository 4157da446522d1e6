package plain

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

// passive only ever gives a density, and only as a note: no program can tell
// each passive from an adjective, and some are right where the person who acted
// is not known or should not be named.
var passive = &check.Check{
	ID:       "plain/passive",
	Severity: finding.Info,
	Source: func(p *check.SourcePass) {
		const (
			fewest  = 10 // sentences that a page needs to be judged
			share   = 4  // one in four is much
			atLeast = 5
		)
		total, count := 0, 0
		var first source.Place
		eachSentence(p.Passages(), "en", func(x *site.Passage, list []token) {
			total++
			for i := range list {
				if passiveAt(list, i) && !spared(x, list[i].Span) {
					if count++; count == 1 {
						first = x.At(list[i].Start)
					}
					return
				}
			}
		})
		if total >= fewest && count >= atLeast && count*share >= total {
			p.Found(first, fmt.Sprintf("about %d of %d sentences on this page do not say who acts; this is the first", count, total))
		}
	},
}

// passiveAt tells whether a form of "be" and a participle begin at a word.
func passiveAt(list []token, i int) bool {
	if !beForms[list[i].word] {
		return false
	}
	for j := i + 1; j < len(list) && j <= i+2; j++ {
		word := list[j].word
		if participles[word] || strings.HasSuffix(word, "ed") && len(word) > 4 && !adjectives[word] {
			return true
		}
		if word != "not" && word != "never" && word != "always" && word != "being" && !strings.HasSuffix(word, "ly") {
			return false
		}
	}
	return false
}

var (
	beForms     = set("is are was were be been being isn't aren't wasn't weren't")
	participles = set("paid sent given taken made done held kept told written shown known seen found left lost sold bought built " +
		"brought taught caught thought chosen broken spoken driven hidden forgotten begun hurt put cut set read led met")
	adjectives = set("tired scared interested worried excited supposed used need married naked indeed involved confused ashamed pleased retired based")
)
