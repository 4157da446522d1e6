package prose

import (
	_ "embed"
	"strings"
	"sync"
)

// suppressions are CLDR's abbreviations after which a sentence goes on, a line
// for each language. TestSuppressions writes it; data/NOTICE.txt has Unicode's
// notice. https://www.unicode.org/reports/tr35/tr35-general.html#Segmentation_Exceptions
//
//go:embed data/suppressions.txt
var suppressions string

// ourStops are abbreviations that CLDR lacks. None of them is a word that
// could end a sentence, as "no." or "usw." could.
var ourStops = map[string]string{
	"en": "Dr.|Drs.|St.|Mx.|Messrs.|Mmes.|Jr.|Sr.|Gen.|Gov.|Sen.|Hon.|Fr.|e.g.|i.e.|viz.|cf.|approx.|Fig.|Figs.|vol.",
	"es": "Ud.|Uds.|Vd.|Vds.|Prof.|Profa.|Ing.|Arq.|Gral.|pág.|págs.|núm.|núms.|art.|arts.|tel.|aprox.|p. ej.|EE. UU.|EE.UU.|Admón.|Avda.|C/.",
	"fr": "Dr.|Pr.|St.|Ste.|p.|pp.|art.|tél.|av.|bd.|boul.|vol.|chap.|cf.|env.|p. ex.|c.-à-d.|n°.|Me.",
	"de": "Prof.|bzw.|ca.|Nr.|Tel.|d.h.|d. h.|z. B.|u. a.|o. Ä.|u. Ä.|s. o.|s. u.|i. d. R.|z. T.|Hl.|St.|Bd.|S.|Mag.|Dipl.",
	"it": "Dr.|Dott.|Prof.|Avv.|Sig.ra.|S.|p.es.|p. es.|es.|n.|art.|artt.|tel.|pp.|cap.|ca.",
	"pt": "Sr.|Sra.|Srs.|Sras.|Srta.|Prof.|Profa.|Dr.|D.|Eng.|art.|arts.|n.|núm.|págs.|tel.|p.ex.|aprox.|Exmos.",
	"nl": "dhr.|Dhr.|mevr.|Mevr.|mw.|Mw.|dr.|Dr.|drs.|Drs.|ir.|Ir.|mr.|Mr.|prof.|Prof.|ds.|Ds.|bijv.|bv.|d.w.z.|m.a.w.|o.a.|ca.|nr.|blz.|t.a.v.|i.v.m.|a.u.b.|St.|tel.|m.b.t.|t/m.",
	"ru": "т.е.|т. е.|т.к.|т. к.|т.н.|им.|см.|стр.|рис.|гр.|напр.|д.|г-н.|г-жа.|ред.|изд.",
}

// ordinary are entries of CLDR that are words, too, and that a sentence ends
// with more often than it goes on after them: "That is OK." "It meets level AA."
var ordinary = map[string]string{
	"en": "AA.|AB.|OK.|Ok.|PC.|DC.|All.|Go.|Do.|Is.|In.|On.|To.|Up.|Or.|By.|As.|Job.|Link.|Long.|Pro.|Act.|Hat.|Card.|Joe.|Jam.",
	"es": "AA.|CA.|Bien.|Sol.|RAM.|DC.|All.|Kit.|mar.",
	"fr": "mer.|All.|DC.|config.",
	"de": "Best.|Test.|Max.|PIN.|Port.",
	"pt": "mar.|com.|out.",
	"it": "DC.",
}

var languages = sync.OnceValue(func() map[string]*Language {
	m := map[string]*Language{
		"en": {Tag: "en", syllables: englishSyllables, formulas: english, spell: true},
		"es": {Tag: "es", syllables: spanishSyllables, formulas: spanish},
		"fr": {Tag: "fr", syllables: frenchSyllables, formulas: french, spacedQuotes: true},
		"de": {Tag: "de", syllables: germanSyllables, formulas: german, ordinals: true},
		"pt": {Tag: "pt", syllables: portugueseSyllables, formulas: portuguese},
		"it": {Tag: "it", syllables: italianSyllables, formulas: italian},
		"nl": {Tag: "nl", syllables: dutchSyllables, formulas: dutch},
		"ru": {Tag: "ru", syllables: russianSyllables, formulas: russian},
	}
	for line := range strings.Lines(suppressions) {
		tag, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		m[tag] = known(m, tag)
		m[tag].stop(list)
	}
	for tag, list := range ordinary {
		for word := range strings.SplitSeq(list, "|") {
			delete(m[tag].stops, word)
		}
	}
	for tag, list := range ourStops {
		m[tag].stop(list)
	}
	return m
})

func known(m map[string]*Language, tag string) *Language {
	if l := m[tag]; l != nil {
		return l
	}
	return &Language{Tag: tag, unspaced: unspaced[tag]}
}

// stop adds abbreviations, divided by bars.
func (l *Language) stop(list string) {
	if l.stops == nil {
		l.stops = map[string]bool{}
	}
	for abbreviation := range strings.SplitSeq(list, "|") {
		l.stops[abbreviation] = true
	}
}
