package plain

import (
	_ "embed"
	"strings"
	"sync"

	"handrail/internal/check"
	"handrail/internal/config"
	"handrail/internal/finding"
	"handrail/internal/prose"
	"handrail/internal/site"
)

// hardWords is the table of the plain-language guidelines of the US government,
// for English. Words that are hard only in some of their senses are left out.
// https://www.plainlanguage.gov/guidelines/words/use-simple-words-phrases/
//
//go:embed hard-words.tsv
var hardWords string

// hardSpanish is our own list, each row with all its forms.
//
//go:embed hard-words-es.tsv
var hardSpanish string

// A hard is a hard word and what to write instead.
type hard struct {
	instead  string
	severity finding.Severity
}

// A wordlist is a table of hard words as a phrasebook.
type wordlist struct {
	book phrasebook
	list []hard
}

// hardLists are the tables by language.
var hardLists = sync.OnceValue(func() map[string]wordlist {
	return map[string]wordlist{
		"en": readHard(hardWords, forms),
		"es": readHard(hardSpanish, func(word string) []string { return strings.Split(word, "|") }),
	}
})

func readHard(table string, forms func(word string) []string) wordlist {
	w := wordlist{book: phrasebook{}}
	for line := range strings.Lines(table) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		w.list = append(w.list, hard{fields[1], finding.Severity(fields[2])})
		for _, form := range forms(fields[0]) {
			w.book.add(form, len(w.list)-1)
		}
	}
	return w
}

// forms returns an English word with the endings that it can have.
func forms(word string) []string {
	all := []string{word}
	if strings.ContainsAny(word, " /-") || len(word) < 5 {
		return all
	}
	switch {
	case strings.HasSuffix(word, "e"):
		stem := strings.TrimSuffix(word, "e")
		all = append(all, word+"s", word+"d", stem+"ing")
	case strings.HasSuffix(word, "y") && !strings.ContainsAny(word[len(word)-2:len(word)-1], "aeiou"):
		stem := strings.TrimSuffix(word, "y")
		all = append(all, stem+"ies", stem+"ied", word+"ing")
	default:
		all = append(all, word+"s", word+"ed", word+"ing")
	}
	return all
}

var hardWord = &check.Check{
	ID:       "plain/hard-word",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		listed := p.Site.Config.Plain.Words
		told := map[string]bool{}
		look := func(language string, book phrasebook, list []hard) {
			book.find(p.Passages(), language, func(x *site.Passage, id int, part prose.Span) {
				word := part.In(x.Text)
				h := list[id]
				if h.severity == finding.Info && told[strings.ToLower(word)] {
					return // a note is said once on a page
				}
				told[strings.ToLower(word)] = true
				message := "“" + word + "” is hard for many readers; write " + quotedList(h.instead)
				if h.instead == "" {
					message = "“" + word + "” adds nothing here; leave it out"
				}
				p.FoundAs(h.severity, x.At(part.Start), message, "")
			})
		}
		for _, language := range languagesOf(p) {
			book, list := networkWords(listed, p.Site.Default().Tag, language)
			if list != nil {
				look(language, book, list)
			}
			if known := hardLists()[language]; known.book != nil {
				look(language, without(known.book, listed), known.list)
			}
		}
	},
}

// languagesOf lists the languages that a page is written in, without regions.
func languagesOf(p *check.SourcePass) []string {
	var list []string
	seen := map[string]bool{}
	for _, x := range p.Passages() {
		if l := primary(x.Lang); !seen[l] {
			seen[l] = true
			list = append(list, l)
		}
	}
	return list
}

// networkWords are the words that the network lists for a language: they fail.
func networkWords(listed []config.Word, otherwise, language string) (phrasebook, []hard) {
	book, list := phrasebook{}, []hard(nil)
	for _, w := range listed {
		tag := w.Lang
		if tag == "" {
			tag = otherwise
		}
		if primary(tag) != language {
			continue
		}
		list = append(list, hard{w.Instead, finding.Error})
		all := []string{w.Word}
		if language == "en" {
			all = forms(w.Word)
		}
		for _, form := range all {
			book.add(form, len(list)-1)
		}
	}
	return book, list
}

// without leaves out of a book what the network lists itself.
func without(book phrasebook, listed []config.Word) phrasebook {
	if len(listed) == 0 {
		return book
	}
	fewer := phrasebook{}
	own := phrasebook{}
	for _, w := range listed {
		for _, form := range forms(w.Word) {
			own.add(form, 0)
		}
	}
	for first, phrases := range book {
		if own[first] == nil {
			fewer[first] = phrases
		}
	}
	return fewer
}

// quotedList writes "aid, help" as “aid” or “help”.
func quotedList(list string) string {
	return "“" + strings.Join(strings.Split(list, ", "), "” or “") + "”"
}
