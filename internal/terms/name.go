package terms

import (
	"slices"
	"strings"
)

// names tells which words of a text belong to a proper name or to the title of
// a law. Those are left as they are: nobody may change what a law is called.
type names struct {
	tag   string
	words []word
	// titled says that most words have capitals, as some headings have: then
	// capitals tell nothing.
	titled bool
}

// laws are the words that tell the title of a law, folded: those that come last
// in it, and those that come first. A first one counts with what follows it, up
// to the end of the clause; where it may be an ordinary word too it needs a
// capital letter, and one of the words that lead on.
var laws = map[string]struct{ last, first, leads []string }{
	"en": {
		last:  []string{"act", "bill", "law", "code", "convention", "protocol", "protocols", "regulations", "statute", "directive", "ordinance"},
		first: []string{"convention", "protocol", "declaration", "treaty", "directive", "act", "recommendation"},
		leads: []string{"on", "against", "to", "for", "concerning", "relating"},
	},
	"es": {first: []string{"ley", "codigo", "convenio", "convencion", "protocolo", "decreto", "reglamento", "estatuto", "directiva", "tratado", "declaracion"}},
	"ar": {first: []string{"قانون", "اتفاقيه", "بروتوكول", "مرسوم", "معاهده"}},
}

// nounCapitals are the languages in which every noun has a capital.
var nounCapitals = []string{"de", "lb"}

func newNames(tag, text string, words []word) *names {
	n := &names{tag: tag, words: words}
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return n // a sentence, and no heading
	}
	capitals, long := 0, 0
	for _, w := range words {
		if w.end-w.begin > 3 {
			long++
			if w.capital {
				capitals++
			}
		}
	}
	n.titled = capitals*3 > long*2
	return n
}

// holds tells whether the words from i to j are in a name.
func (n *names) holds(i, j int) bool {
	if n.ofLaw(i, j) {
		return true
	}
	if n.titled || slices.Contains(nounCapitals, n.tag) {
		return false
	}
	for at := i; at < j; at++ {
		if n.words[at].capital && !n.words[at].first {
			return true
		}
	}
	after := j < len(n.words) && n.words[j].joined && n.words[j].capital && n.words[j].folded != "i"
	return n.words[i].capital && after
}

// reach is how many words of a law's title may stand between its own word and
// another.
const reach = 12

// ofLaw tells whether the words are in the title of a law.
func (n *names) ofLaw(i, j int) bool {
	law := laws[n.tag]
	for at := i - 1; at >= max(0, i-reach) && n.words[at+1].joined; at-- {
		w := n.words[at]
		if !slices.Contains(law.first, key(n.tag, w.folded)) || n.tag != "ar" && !w.capital {
			continue
		}
		if len(law.leads) == 0 || slices.Contains(law.leads, n.words[at+1].folded) {
			return true
		}
	}
	for at := j; n.words[i].capital && at < min(len(n.words), j+reach) && n.words[at].joined; at++ {
		if w := n.words[at]; w.capital && slices.Contains(law.last, w.folded) {
			return true
		}
	}
	return false
}

func key(tag, folded string) string { return (&List{tag: tag}).key(folded) }
