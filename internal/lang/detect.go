package lang

import (
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"handrail/internal/fields"
)

// A Detector tells which of a few languages a text is in. It may be used from
// several goroutines.
//
// Script decides first. Languages of one script are told apart by the words
// that stand in nearly every sentence, and what these leave open by the
// three-letter pieces that whatlanggo counts.
type Detector struct {
	of []spoken
}

// spoken is one of a detector's languages.
type spoken struct {
	base   string // ISO 639: en-GB and en-simple are both "en"
	script string
	common map[string]bool // nil where no words are known
	pieces whatlanggo.Lang // -1 where it has no profile
}

// NewDetector returns a detector for some languages. Ways of writing the same
// language count as one.
func NewDetector(languages []Language) *Detector {
	d := &Detector{}
	seen := map[string]bool{}
	for _, l := range languages {
		base := l.Base()
		if key := base + " " + l.Script; !seen[key] {
			seen[key] = true
			d.of = append(d.of, spoken{base, l.Script, common()[base], profile(base)})
		}
	}
	return d
}

// Base is the language itself, without region, script or variant: "pt" of
// pt-BR, "zh" of zh-Hant.
func (l Language) Base() string {
	base, _ := l.tag.Base()
	return base.String()
}

// common holds the words of data/common.toml by language.
var common = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	table("common.toml").Walk(func(tag string, v fields.Value) {
		words := map[string]bool{}
		for _, word := range strings.Fields(v.Str) {
			words[word] = true
		}
		all[tag] = words
	})
	return all
})

// profile is the language in whatlanggo's own table.
func profile(base string) whatlanggo.Lang {
	parsed, err := language.ParseBase(base)
	if err != nil {
		return -1
	}
	code := parsed.ISO3()
	for code3, other := range map[string]string{"fas": "pes", "fil": "tgl", "zho": "cmn"} {
		if code == code3 {
			code = other
		}
	}
	return whatlanggo.CodeToLang(code)
}

// A Guess is what a detector makes of a text.
type Guess struct {
	Base string // "" where the text is in none of the languages, or could be in any
	// Words is how many different words of the text are common ones of that
	// language, and Rival how many are common ones of the nearest other.
	Words, Rival int
	// Sure tells that the script, or the common words, leave no doubt.
	Sure bool
	// Confidence is whatlanggo's, from 0 to 1, where it was asked.
	Confidence float64
}

// Guess tells which of the languages a text is in.
func (d *Detector) Guess(text string) Guess {
	script := scriptOf(text)
	var able []spoken
	for _, s := range d.of {
		if written(s.script, script) {
			able = append(able, s)
		}
	}
	switch len(able) {
	case 0:
		return Guess{}
	case 1:
		// Alone in its script, where the others are written otherwise.
		return Guess{Base: able[0].base, Words: count(text, able[0].common), Sure: len(d.of) > 1}
	}
	g := byWords(text, able)
	if g.Sure {
		return g
	}
	options := whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{}}
	for _, s := range able {
		if s.pieces >= 0 {
			options.Whitelist[s.pieces] = true
		}
	}
	if len(options.Whitelist) < 2 {
		return g
	}
	info := whatlanggo.DetectWithOptions(text, options)
	for _, s := range able {
		// Without confidence two languages are equally near, and which one comes
		// first is chance.
		if s.pieces == info.Lang && info.Confidence > 0 {
			return Guess{Base: s.base, Words: count(text, s.common), Confidence: info.Confidence}
		}
	}
	return g
}

// clear is how many common words a language must be ahead by.
const clear = 2

// byWords decides by the words that stand in nearly every sentence.
func byWords(text string, able []spoken) Guess {
	counts := make([]int, len(able))
	eachWord(text, func(word string) {
		for i, s := range able {
			if s.common[word] {
				counts[i]++
			}
		}
	})
	g := Guess{}
	for i, s := range able {
		switch {
		case counts[i] > g.Words:
			g = Guess{Base: s.base, Words: counts[i], Rival: g.Words}
		case counts[i] > g.Rival:
			g.Rival = counts[i]
		}
	}
	g.Sure = g.Words >= g.Rival+clear
	return g
}

func count(text string, common map[string]bool) int {
	n := 0
	eachWord(text, func(word string) {
		if common[word] {
			n++
		}
	})
	return n
}

// eachWord calls f once for each different word, in small letters. An
// apostrophe ends a word, so that the articles of French and Italian are seen.
func eachWord(text string, f func(word string)) {
	met := make(map[string]bool, 64)
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r)
	}) {
		if !met[word] {
			met[word] = true
			f(word)
		}
	}
}

// detected are the scripts that texts are told apart by.
var detected = []struct {
	script string
	table  *unicode.RangeTable
}{
	{"Latn", unicode.Latin}, {"Cyrl", unicode.Cyrillic}, {"Arab", unicode.Arabic}, {"Hebr", unicode.Hebrew},
	{"Grek", unicode.Greek}, {"Deva", unicode.Devanagari}, {"Beng", unicode.Bengali}, {"Guru", unicode.Gurmukhi},
	{"Ethi", unicode.Ethiopic}, {"Hang", unicode.Hangul}, {"Kana", unicode.Hiragana}, {"Kana", unicode.Katakana},
	{"Hani", unicode.Han}, {"Thai", unicode.Thai}, {"Mymr", unicode.Myanmar}, {"Khmr", unicode.Khmer},
	{"Laoo", unicode.Lao}, {"Armn", unicode.Armenian}, {"Geor", unicode.Georgian}, {"Taml", unicode.Tamil},
	{"Telu", unicode.Telugu}, {"Gujr", unicode.Gujarati}, {"Sinh", unicode.Sinhala}, {"Thaa", unicode.Thaana},
	{"Cher", unicode.Cherokee}, {"Tibt", unicode.Tibetan}, {"Nkoo", unicode.Nko},
}

// scriptOf is the script of most letters of a text, "" where there are none.
func scriptOf(text string) string {
	counts := make([]int, len(detected))
	last := 0
	for _, r := range text {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				counts[0]++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if unicode.Is(detected[last].table, r) {
			counts[last]++
			continue
		}
		for i := range detected {
			if unicode.Is(detected[i].table, r) {
				counts[i]++
				last = i
				break
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if counts[best] == 0 {
		return ""
	}
	return detected[best].script
}

// written tells whether a language of a script can look like a text of
// another. Chinese and Japanese share one.
func written(language, text string) bool {
	switch language {
	case "Hans", "Hant":
		return text == "Hani"
	case "Jpan":
		return text == "Kana" || text == "Hani"
	case "Kore":
		return text == "Hang" || text == "Hani"
	case "Aran":
		return text == "Arab"
	}
	return language == text
}

// Common counts the different words of a text that stand in nearly every sentence of a
// language. It is 0 for a language whose words are not known.
func (d *Detector) Common(text string, l Language) int { return count(text, common()[l.Base()]) }

// IsCommon tells whether a word stands in nearly every sentence of a language.
func (d *Detector) IsCommon(word string, l Language) bool {
	return common()[l.Base()][strings.ToLower(word)]
}
