package lang

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"handrail/internal/check"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/source"
)

// fewest is how many words a passage needs before its language is judged. Of
// fewer, nobody can be sure.
const fewest = 10

// A passage is words of a page that say they are in one language.
type passage struct {
	text string
	own  lang.Language
	at   source.Place
}

// passages lists the running text of a page by the language it says it is in,
// without code and addresses.
func passages(p *check.SourcePass) []passage {
	page := p.Page
	var all []passage
	for _, key := range []string{"title", "summary"} {
		if e, ok := page.Front.Find(key); ok {
			all = append(all, passage{e.Value.Str, page.Lang, e.Value.At})
		}
	}
	if terms, ok := page.Front.Find("term"); ok && page.Kind == "glossary" {
		for _, term := range terms.Value.List {
			if term.Table == nil {
				continue
			}
			meanings, _ := term.Table.Find("meaning")
			for _, meaning := range meanings.Value.List {
				if meaning.Table != nil {
					text, _ := meaning.Table.Find("text")
					all = append(all, passage{text.Value.Str, page.Lang, text.Value.At})
				}
			}
		}
	}
	for i := range page.Doc.Blocks {
		all = append(all, parts(p, &page.Doc.Blocks[i])...)
	}
	return all
}

// parts divides a block where its language changes.
func parts(p *check.SourcePass, b *markdown.Block) []passage {
	var all []passage
	var words strings.Builder
	tag, at := b.Lang, b.At
	end := func() {
		own := p.Page.Lang
		if tag != "" {
			parsed, err := lang.Parse(tag)
			if err != nil {
				parsed = own // another check says so
			}
			own = parsed
		}
		if words.Len() > 0 {
			all = append(all, passage{words.String(), own, at})
		}
		words.Reset()
	}
	for i, piece := range b.Pieces {
		stop := len(b.Text)
		if i+1 < len(b.Pieces) {
			stop = b.Pieces[i+1].At
		}
		if piece.Mark&(markdown.Code|markdown.Address) != 0 {
			continue
		}
		if piece.Lang != tag && (piece.Lang != p.Page.Lang.Tag || tag != "") {
			end()
			tag, at = piece.Lang, b.Place(p.Page.File, piece.At)
		}
		words.WriteString(b.Text[piece.At:stop])
	}
	if len(b.Pieces) == 0 {
		words.WriteString(b.Text)
	}
	end()
	return all
}

// A judge tells whether passages are in the language that they say.
type judge struct {
	detector *lang.Detector
	names    map[string]lang.Language // the site's languages, by base
}

func newJudge(of []lang.Language) *judge {
	j := &judge{detector: lang.NewDetector(of), names: map[string]lang.Language{}}
	for _, l := range of {
		if _, known := j.names[l.Base()]; !known {
			j.names[l.Base()] = l
		}
	}
	return j
}

// foreign returns the language of the site that a passage is in, if that is
// clearly not the one that it says.
func (j *judge) foreign(text string, own lang.Language) (lang.Language, bool) {
	if len(j.names) < 2 || !enoughWords(text) {
		return lang.Language{}, false
	}
	g := j.detector.Guess(text)
	other, known := j.names[g.Base]
	if !known || g.Base == own.Base() || kin[g.Base+" "+own.Base()] {
		return lang.Language{}, false
	}
	if other.Script == own.Script && (!clearly(g, j.detector.Common(text, own)) || codeLike(text) || nameLike(text, j.detector, other)) {
		return lang.Language{}, false
	}
	return other, true
}

// clearly tells whether a guess stands against the language that the page says,
// of which some common words are in the text as well: those of near languages
// are the same.
func clearly(g lang.Guess, mine int) bool {
	if g.Sure {
		return g.Words*4 >= mine*5
	}
	return g.Words >= 2 && (g.Words > mine || g.Words == mine && g.Confidence > 0.5)
}

// codeLike tells a line of a program.
func codeLike(text string) bool {
	n := 0
	for _, r := range text {
		if strings.ContainsRune("={}<>|$\\_`", r) {
			n++
		}
	}
	return n > 1
}

// kin are languages so near to each other that one is not told from the other.
var kin = map[string]bool{"hr sr": true, "sr hr": true, "nb nn": true, "nn nb": true, "id ms": true, "ms id": true, "fa ps": true, "cs sk": true, "sk cs": true}

// nameLike tells names of people, places, laws and works: beside the common
// words that join them, nearly all begin with a capital letter, or most do and a
// year stands in brackets. Names belong to no language.
func nameLike(text string, d *lang.Detector, l lang.Language) bool {
	named, others := 0, 0
	for word := range strings.FieldsSeq(text) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case !unicode.IsLetter(first):
		case unicode.IsUpper(first):
			named++
		case !d.IsCommon(word, l):
			others++
		}
	}
	return named > 4*others || named >= 2*others && citedYear.MatchString(text)
}

// citedYear is how a citation names the year of a work.
var citedYear = regexp.MustCompile(`\((1[89]|20)\d\d[a-z]?\)`)

// enoughWords tells whether there are words enough to judge a text by, and different
// ones.
func enoughWords(text string) bool {
	words := 0
	met := map[string]bool{}
	for word := range strings.FieldsSeq(text) {
		if isWord(word) {
			words++
		}
		met[strings.ToLower(word)] = true
		if words >= fewest && len(met) >= fewestDifferent {
			return true
		}
	}
	return false
}

// fewestDifferent: the same few words again and again are no sentence.
const fewestDifferent = 8

// countWords counts the words that have a letter or a digit.
func countWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if isWord(word) {
			n++
		}
	}
	return n
}

func isWord(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
