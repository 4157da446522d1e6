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
	"en": "Dr.|Drs.|St.|Mx.|Messrs.|Mmes.|Jr.|Sr.|Gen.|Gov.|Sen.|Cpl.|Hon.|Fr.|e.g.|i.e.|viz.|cf.|approx.|Fig.|Figs.|vol.|Apr.|Jul.|Oct.|Mon.|Tue.|Tues.|Wed.|Thu.|Thurs.|v.|Co.|Bros.",
	"es": "Ud.|Uds.|Vd.|Vds.|Prof.|Profa.|Ing.|Arq.|Gral.|pág.|págs.|núm.|núms.|art.|arts.|tel.|aprox.|p. ej.|Ma.|Gte.|Atte.|sr.|sra.|srta.|dr.|dra.|lic.|ing.|ud.|uds.|EE. UU.|EE.UU.|Admón.|Avda.|C/.",
	"fr": "Dr.|Pr.|Mlle.|Mme.|Mmes.|Mlles.|MM.|St.|Ste.|p.|pp.|art.|tél.|av.|bd.|boul.|vol.|chap.|cf.|env.|p. ex.|c.-à-d.|n°.|Me.",
	"de": "Prof.|bzw.|ca.|Nr.|Tel.|d.h.|d. h.|z. B.|u. a.|o. Ä.|u. Ä.|s. o.|s. u.|i. d. R.|z. T.|Hl.|St.|Bd.|S.|Mag.|Dipl.|med.|phil.|jur.|rer.|nat.",
	"it": "ing.|Dr.|Dott.|sig.|sigg.|Sigg.|sig.ra|dott.ssa|Dott.ssa|prof.|prof.ssa|Prof.|Avv.|Sig.ra.|S.|p.es.|p. es.|es.|n.|art.|artt.|tel.|pp.|cap.|ca.|Arch.|arch.|Geom.|Rag.|Spett.|Gent.|Egr.",
	"pt": "av.|Sr.|Sra.|Srs.|Sras.|Srta.|Prof.|Profa.|Dr.|D.|Eng.|art.|arts.|n.|núm.|págs.|tel.|p.ex.|aprox.|Exmos.|sr.|sra.|srta.|dr.|dra.",
	"nl": "dhr.|Dhr.|mevr.|Mevr.|mw.|Mw.|dr.|Dr.|drs.|Drs.|ir.|Ir.|mr.|Mr.|prof.|Prof.|ds.|Ds.|bijv.|bv.|d.w.z.|m.a.w.|o.a.|ca.|nr.|blz.|t.a.v.|i.v.m.|a.u.b.|St.|tel.|m.b.t.|t/m.",
	"ar": "د.|أ.|م.|أ.د.|ص.|ج.|ق.م.|هـ.",
	"ht": "Dr.|Mme.|Mlle.|Mr.|Prof.|St.",
	"vi": "TS.|ThS.|PGS.|GS.|BS.|TP.|Tp.",
	"tl": "G.|Gng.|Bb.|Dr.|Dra.|Atty.|Engr.|Blg.",
	"ru": "Стр.|Рис.|Гл.|т.е.|т. е.|т.к.|т. к.|т.н.|им.|см.|стр.|рис.|гр.|напр.|г-н.|г-жа.|ред.|изд.",
}

// ordinary are entries of CLDR that are words, too, and that a sentence ends
// with more often than it goes on after them: "That is OK." "It meets level AA."
var ordinary = map[string]string{
	"en": "AA.|AB.|OK.|Ok.|PC.|DC.|All.|Go.|Do.|Is.|In.|On.|To.|Up.|Or.|By.|As.|Job.|Link.|Long.|Pro.|Act.|Hat.|Card.|Joe.|Jam.",
	"es": "AA.|CA.|Bien.|Sol.|RAM.|DC.|All.|Kit.|mar.",
	"fr": "mer.|All.|DC.|config.|jeu.|voit.|quart.",
	"de": "Best.|Test.|Max.|PIN.|Port.|Ben.|Akt.|Alt.",
	"pt": "mar.|com.|out.",
	"it": "DC.",
}

// beforeFigures are abbreviations that are words or names, too: a sentence goes
// on after them only if a figure follows, as in "No. 5" and "Art. 3".
var beforeFigures = map[string]string{
	"en": "No.|Nos.|no.|nos.|sec.|art.|vol.|pt.|Sec.|Art.|Ch.|ch.|Vol.|p.|par.|para.|Pt.|Rm.|Apt.|apt.|Ste.|Ext.|ext.|Sat.|Sun.",
	"es": "n.|No.|cap.|vol.|apdo.",
	"fr": "sept.|chap.|art.|vol.",
	"de": "Art.|Kap.|Jan.|So.|Abs.|Bd.",
	"pt": "set.|n.|No.",
	"it": "art.|n.",
	"nl": "art.|p.|pag.|jan.|feb.|apr.|aug.|sept.|okt.|nov.|dec.|no.",
	"ru": "д.|кв.|п.|ч.|ст.|корп.|гл.|с.",
}

// withI are words before the English pronoun, where "I." is no initial.
var withI = set("and than or am did do was as nor but not will can could should would have had")

// dated are German words before an ordinal: am 3., im 2. Stock, das 1. Kapitel.
// A figure after another word ends its sentence: "Sie war 16."
var dated = set("am im vom zum zur beim der die das dem den des ab bis seit ein eine einem einen einer jeder jede jedes ihr ihre ihrem ihren sein seine seinem seinen mein meine und")

// months are the German names that make a figure before them an ordinal.
var months = set("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")

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
		m[tag] = known(m, tag)
		m[tag].stop(list)
	}
	for tag, list := range beforeFigures {
		m[tag].numbered = set(strings.ReplaceAll(list, "|", " "))
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
