package config

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/lang"
	"handrail/internal/source"
)

// Plain is what a library sets about plain language.
type Plain struct {
	// Baseline is the file that lets pages stay as hard as they are; empty for
	// none.
	Baseline string
	Acronyms []string // that every reader of this library knows
	Words    []Word   // that no page may use
	Set      []Limit  // other limits than the defaults
}

// A Word is a hard word that a network wants to see no more.
type Word struct {
	At      source.Place
	Word    string `field:"word,required"`
	Instead string `field:"instead"`
	Lang    string `field:"lang"` // empty for the default language
}

// A Limit sets other limits for a kind, a language, or both. Each list is what
// warns and what fails; nought means never.
type Limit struct {
	At        source.Place
	Kind      string `field:"kind"`      // empty for all
	Lang      string `field:"lang"`      // empty for all
	Sentence  []int  `field:"sentence"`  // words in a sentence
	Paragraph []int  `field:"paragraph"` // words in a paragraph
	Sentences []int  `field:"sentences"` // sentences in a paragraph
	Section   []int  `field:"section"`   // words without a heading
	Level     []int  `field:"level"`     // years of school that a page asks for
}

// Bounds is from where on something warns and from where on it fails; nought
// means never.
type Bounds struct{ Warn, Fail int }

// Limits are the limits of one kind of page in one language.
type Limits struct{ Sentence, Paragraph, Sentences, Section, Level Bounds }

type writtenPlain struct {
	Baseline string   `field:"baseline"`
	Acronyms []string `field:"acronyms"`
	Words    []Word   `field:"word"`
	Limits   []Limit  `field:"limit"`
}

// longer are the languages whose sentences take more words to say the same.
var longer = []string{"es", "pt", "it", "fr"}

// Limits returns the limits for a kind of page in a language: the defaults,
// then each limit that fits, in the order of the file.
func (p *Plain) Limits(kind, tag string) Limits {
	primary, _, _ := strings.Cut(tag, "-")
	l := Limits{Sentence: Bounds{20, 35}, Paragraph: Bounds{150, 250}, Sentences: Bounds{8, 0},
		Section: Bounds{300, 350}, Level: Bounds{0, 9}}
	if slices.Contains(longer, primary) {
		l.Sentence.Warn = 25
	}
	if kind == "story" || kind == "workbook" {
		l.Level = Bounds{6, 8}
	}
	for _, set := range p.Set {
		if set.Kind != "" && set.Kind != kind || set.Lang != "" && set.Lang != tag && set.Lang != primary {
			continue
		}
		for _, pair := range set.pairs(&l) {
			if len(pair.written) == 2 {
				*pair.bounds = Bounds{pair.written[0], pair.written[1]}
			}
		}
	}
	return l
}

// A pair is one limit as it is written, and the bounds that it sets.
type pair struct {
	key     string
	written []int
	bounds  *Bounds
}

func (l Limit) pairs(into *Limits) []pair {
	return []pair{{"sentence", l.Sentence, &into.Sentence}, {"paragraph", l.Paragraph, &into.Paragraph},
		{"sentences", l.Sentences, &into.Sentences}, {"section", l.Section, &into.Section}, {"level", l.Level, &into.Level}}
}

// plain reads what the file says about plain language.
func (r *reader) plain(w writtenPlain) Plain {
	p := Plain{Acronyms: w.Acronyms}
	if w.Baseline != "" {
		p.Baseline = r.folder(r.at("plain"), "plain.baseline", w.Baseline, "plain-baseline.toml")
	}
	for _, word := range w.Words {
		word.Lang = r.tag(word.At, "plain.word.lang", word.Lang)
		if word.Word = strings.ToLower(strings.TrimSpace(word.Word)); word.Word != "" {
			p.Words = append(p.Words, word)
		}
	}
	for _, limit := range w.Limits {
		limit.Lang = r.tag(limit.At, "plain.limit.lang", limit.Lang)
		for _, pair := range limit.pairs(&Limits{}) {
			n := pair.written
			if n != nil && (len(n) != 2 || n[0] < 0 || n[1] < 0 || n[1] > 0 && n[0] > n[1]) {
				r.wrong(limit.At, fmt.Sprintf("`plain.limit.%s` needs two numbers, the smaller one first", pair.key),
					fmt.Sprintf("Write %s = [20, 35]: the first one warns, the second one fails; 0 is never", pair.key))
			}
		}
		p.Set = append(p.Set, limit)
	}
	return p
}

// tag returns a language tag in its usual form, or nothing.
func (r *reader) tag(at source.Place, key, written string) string {
	if written == "" {
		return ""
	}
	l, err := lang.Parse(written)
	if err != nil {
		r.wrong(at, fmt.Sprintf("`%s`: %v", key, err), "")
		return ""
	}
	return l.Tag
}
