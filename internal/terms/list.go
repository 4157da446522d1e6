package terms

import "strings"

// What a form may hold. Longer ones are sentences, and no one looks for those.
const (
	maxWords     = 8
	maxSpellings = 500
)

// A node is a place in the tree of all forms, word by word.
type node struct {
	next   map[string]*node
	term   *compiled // the form that ends here
	except bool      // a phrase that ends here is right
}

// compiled is a term with what stands near it, ready to be compared.
type compiled struct {
	*Term
	near, unless map[string]bool
	capital      bool
}

// newList makes the list of a language. Of two words with one form the later
// counts, so that a network's own come before those that Handrail brings.
func newList(tag string, all []Term) *List {
	language, _, _ := strings.Cut(tag, "-")
	l := &List{tag: language}
	for i := range all {
		t := &all[i]
		l.Terms = append(l.Terms, t)
		c := &compiled{Term: t, near: l.set(t.Near), unless: l.set(t.Unless), capital: split(t.Term)[0].capital}
		for _, form := range t.Forms {
			l.add(form, func(n *node) { n.term = c })
		}
		for _, phrase := range t.Except {
			l.add(phrase, func(n *node) { n.except = true })
		}
	}
	return l
}

// set is the keys of some words.
func (l *List) set(words []string) map[string]bool {
	keys := map[string]bool{}
	for _, w := range words {
		for _, one := range split(w) {
			keys[l.key(one.folded)] = true
		}
	}
	return keys
}

// add walks a form into the tree, each of its spellings, and marks their ends.
func (l *List) add(form string, mark func(*node)) {
	ends := []*node{&l.root}
	many := spellings(form) > maxSpellings // they double with each slash, so a long line of them would never end
	for _, written := range strings.Fields(form) {
		var next []*node
		choices := strings.Split(written, "/")
		if many {
			choices = []string{written}
		}
		for _, choice := range choices {
			for _, n := range ends {
				for _, w := range split(choice) { // a hyphen divides a word in two
					n = n.child(l.key(w.folded))
				}
				next = append(next, n)
			}
		}
		ends = next
	}
	for _, n := range ends {
		if n != &l.root {
			mark(n)
		}
	}
}

func (n *node) child(key string) *node {
	if n.next == nil {
		n.next = map[string]*node{}
	}
	if n.next[key] == nil {
		n.next[key] = &node{}
	}
	return n.next[key]
}

// spellings counts how many ways a form can be written.
func spellings(form string) int {
	n := 1
	for _, written := range strings.Fields(form) {
		n = min(n*(1+strings.Count(written, "/")), maxSpellings+1)
	}
	return n
}

// key is the word of a form as the tree knows it.
func (l *List) key(folded string) string {
	if l.tag == "ar" {
		if rest, ok := strings.CutPrefix(folded, "ال"); ok && len(rest) >= minStem {
			return rest
		}
	}
	return folded
}

// minStem is how many bytes an Arabic word keeps when a prefix is taken off:
// three letters.
const minStem = 6

// keys calls try with each form that a word of the text may be of, the word
// itself first, until try says stop.
func (l *List) keys(folded string, try func(key string) (stop bool)) {
	if try(folded) {
		return
	}
	switch l.tag {
	case "en":
		english(folded, try)
	case "es":
		if rest, ok := strings.CutSuffix(folded, "s"); ok && !try(rest) {
			if rest, ok = strings.CutSuffix(rest, "e"); ok {
				try(rest)
			}
		}
	case "ar":
		arabic(folded, try)
	}
}

// english takes off a possessive and a plural.
func english(w string, try func(string) bool) {
	if rest, ok := strings.CutSuffix(w, "'s"); ok {
		if try(rest) {
			return
		}
		w = rest
	}
	rest, ok := strings.CutSuffix(w, "s")
	if !ok || strings.HasSuffix(rest, "s") || try(rest) {
		return
	}
	if y, ok := strings.CutSuffix(rest, "ie"); ok {
		try(y + "y")
	} else if rest, ok := strings.CutSuffix(rest, "e"); ok {
		try(rest)
	}
}

// arabic takes off what is written together with a word: "and", a preposition,
// the article.
func arabic(w string, try func(string) bool) {
	for _, and := range []string{"", "و", "ف"} {
		for _, preposition := range []string{"", "ب", "ك", "ل"} {
			for _, article := range []string{"", "ال", "ل"} {
				if article == "ل" && preposition != "ل" { // ل and ال make لل
					continue
				}
				prefix := and + preposition + article
				rest, ok := strings.CutPrefix(w, prefix)
				if prefix != "" && ok && len(rest) >= minStem && try(rest) {
					return
				}
			}
		}
	}
}
