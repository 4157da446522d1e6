package site

import (
	"strings"

	"handrail/internal/markdown"
)

// howNot are labels of words that a page shows so that nobody writes them: the
// head of a column, a heading, or the beginning of a paragraph or an item before
// its colon. Such words are quoted, not said.
var howNot = labels("don't say|do not say|don't write|do not write|don't use|do not use|not|not this|say not|avoid|avoid saying|instead of|rather than|" +
	"wrong|bad example|poor example|hard to read|hard word|hard words|hard phrase|wordy|original|original text|original wording|old text|old wording|unclear|too long|" +
	"no digas|no diga|no escribas|no escriba|no uses|no use|evita|evite|en vez de|en lugar de|mal ejemplo|texto original|difícil de leer|palabra difícil|" +
	"لا تقل|لا تقولي|لا تكتب|لا تكتبي|تجنب|تجنبي|بدلا من|بدلًا من|النص الأصلي|مثال سيئ|" +
	"ne dites pas|n'écrivez pas|évitez|au lieu de|texte original|sag nicht|sagen sie nicht|schreiben sie nicht|vermeiden|statt|originaltext|não diga|evitar|em vez de")

// earlier are labels that show how not to write only where the other one of the
// pair is on the page, too: a list of what to do before and during an evening
// is none.
var earlier = map[string]string{"before": "after", "antes": "después", "قبل": "بعد", "avant": "après", "vorher": "nachher", "prima": "dopo", "voor": "na", "до": "после"}

func labels(list string) map[string]bool {
	m := map[string]bool{}
	for label := range strings.SplitSeq(list, "|") {
		m[label] = true
	}
	return m
}

// label is a text as labels are compared: in small letters, without what
// stands around it.
func label(text string) string {
	return strings.ToLower(strings.Trim(strings.ReplaceAll(text, "’", "'"), " \u00a0:.!✗❌✘"))
}

// labelOf returns what a block is called, and whether the block itself holds the
// words that are called so: a cell or "Don't say: …" does, a heading does not.
func labelOf(b *markdown.Block) (name string, itself bool) {
	switch b.Kind {
	case markdown.Cell:
		return label(b.Column), true
	case markdown.HeadingText:
		return label(b.Text), false
	}
	const longest = 24 // bytes of a label
	if before, after, ok := strings.Cut(b.Text, ":"); ok && len(before) <= 2*longest {
		return label(before), strings.TrimSpace(after) != ""
	}
	return "", false
}

// counterexamples tells for each block whether it shows how not to write. A
// heading and a label alone in their line are about what follows them.
func counterexamples(blocks []markdown.Block) []bool {
	shown := make([]bool, len(blocks))
	met := map[string]bool{}
	for i := range blocks {
		name, _ := labelOf(&blocks[i])
		met[name] = true
	}
	bad := func(name string) bool { return howNot[name] || earlier[name] != "" && met[earlier[name]] }
	under, next := false, false // a heading that says so; a label right before
	for i := range blocks {
		b := &blocks[i]
		name, itself := labelOf(b)
		if b.Kind == markdown.HeadingText {
			under, next = bad(name), false
			continue
		}
		shown[i] = under || next || itself && bad(name)
		next = !itself && bad(name)
	}
	return shown
}
