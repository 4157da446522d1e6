package prose

import (
	"fmt"
	"math"
)

// A Score is the answer of one formula.
type Score struct {
	Name  string // as in the output of `handrail measure`, such as "flesch_kincaid"
	Value float64
}

// Below these a formula says more about chance than about the text.
const (
	MinWords     = 100
	MinSentences = 10
)

// Scores returns the scores of a text, or the reason why it has none.
func (l *Language) Scores(c Counts) (scores []Score, reason string) {
	switch {
	case l.unspaced:
		return nil, "no score: this language does not put spaces between words, so words cannot be counted"
	case l.formulas == nil:
		return nil, "no score: there is no settled formula for this language"
	case c.Words < MinWords:
		return nil, fmt.Sprintf("no score: it has %s, and a score needs at least %d", number(c.Words, "word"), MinWords)
	case c.Sentences < MinSentences:
		return nil, fmt.Sprintf("no score: it has %s, and a score needs at least %d", number(c.Sentences, "sentence"), MinSentences)
	}
	return l.formulas(c), ""
}

func number(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// Short names for what the formulas are written in.
func (c Counts) perSentence() float64  { return float64(c.Words) / float64(c.Sentences) }
func (c Counts) perWord(n int) float64 { return float64(n) / float64(c.Words) }

// Flesch is the reading ease of an English text; 60 to 70 is plain.
// Rudolf Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948.
func Flesch(c Counts) float64 { return 206.835 - 1.015*c.perSentence() - 84.6*c.perWord(c.Syllables) }

// FleschKincaid is a US school grade.
// J. Peter Kincaid et al., Derivation of new readability formulas, Naval Air Station Memphis, Research Branch Report 8-75, 1975.
func FleschKincaid(c Counts) float64 {
	return 0.39*c.perSentence() + 11.8*c.perWord(c.Syllables) - 15.59
}

// SMOG is a US school grade, made for thirty sentences.
// G. Harry McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12, 1969.
func SMOG(c Counts) float64 {
	return 1.0430*math.Sqrt(float64(c.Polysyllables)*30/float64(c.Sentences)) + 3.1291
}

// ARI is a US school grade from letters and digits.
// E. A. Smith and R. J. Senter, Automated Readability Index, Aerospace Medical Research Laboratories, 1967.
func ARI(c Counts) float64 { return 4.71*c.perWord(c.Characters) + 0.5*c.perSentence() - 21.43 }

// ColemanLiau is a US school grade from letters.
// Meri Coleman and T. L. Liau, A computer readability formula designed for machine scoring, Journal of Applied Psychology 60, 1975.
func ColemanLiau(c Counts) float64 {
	return 0.0588*100*c.perWord(c.Letters) - 0.296*100*c.perWord(c.Sentences) - 15.8
}

// LIX goes for any language that divides words; under 35 is easy.
// Carl-Hugo Björnsson, Läsbarhet, Liber, 1968.
func LIX(c Counts) float64 { return c.perSentence() + 100*c.perWord(c.LongWords) }

// RIX is long words for each sentence.
// Jonathan Anderson, Lix and Rix: variations on a little-known readability index, Journal of Reading 26, 1983.
func RIX(c Counts) float64 { return float64(c.LongWords) / float64(c.Sentences) }

// FORCAST is a US school grade for lists and forms: it needs no sentences.
// It counts words of one syllable in 150 words.
// John S. Caylor et al., Methodologies for determining reading requirements of military occupational specialties, HumRRO, 1973.
func FORCAST(c Counts) float64 { return 20 - 150*c.perWord(c.Monosyllables)/10 }

func english(c Counts) []Score {
	return []Score{{"flesch", Flesch(c)}, {"flesch_kincaid", FleschKincaid(c)}, {"smog", SMOG(c)}, {"ari", ARI(c)},
		{"coleman_liau", ColemanLiau(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}, {"forcast", FORCAST(c)}}
}

// Szigriszt is the perspicuity of a Spanish text, read on the INFLESZ scale:
// under 40 very hard, 40 somewhat hard, 55 normal, 65 quite easy, over 80 very easy.
// Francisco Szigriszt Pazos, Sistemas predictivos de legilibilidad del mensaje escrito, 1993;
// Inés Barrio-Cantalejo et al., Anales del Sistema Sanitario de Navarra 31, 2008.
func Szigriszt(c Counts) float64 { return 206.835 - 62.3*c.perWord(c.Syllables) - c.perSentence() }

// FernandezHuerta is Flesch for Spanish, with the author's own constants.
// José Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959.
func FernandezHuerta(c Counts) float64 {
	return 206.84 - 60*c.perWord(c.Syllables) - 1.02*c.perSentence()
}

func spanish(c Counts) []Score {
	return []Score{{"szigriszt_pazos", Szigriszt(c)}, {"fernandez_huerta", FernandezHuerta(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// KandelMoles is Flesch for French.
// Liliane Kandel and Abraham Moles, Application de l'indice de Flesch à la langue française, 1958.
func KandelMoles(c Counts) float64 { return 207 - 1.015*c.perSentence() - 73.6*c.perWord(c.Syllables) }

func french(c Counts) []Score {
	return []Score{{"kandel_moles", KandelMoles(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// Amstad is Flesch for German.
// Toni Amstad, Wie verständlich sind unsere Zeitungen?, Zürich, 1978.
func Amstad(c Counts) float64 { return 180 - c.perSentence() - 58.5*c.perWord(c.Syllables) }

// WienerSachtextformel is the first of them, a school grade from 4 to 15.
// Richard Bamberger and Erich Vanecek, Lesen – Verstehen – Lernen – Schreiben, 1984.
func WienerSachtextformel(c Counts) float64 {
	return 0.1935*100*c.perWord(c.Polysyllables) + 0.1672*c.perSentence() + 0.1297*100*c.perWord(c.LongWords) -
		0.0327*100*c.perWord(c.Monosyllables) - 0.875
}

func german(c Counts) []Score {
	return []Score{{"amstad", Amstad(c)}, {"wiener_sachtextformel_1", WienerSachtextformel(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// Gulpease reads Italian from letters alone: over 80 for the first school, 60 for the middle one, 40 for the high school.
// Pietro Lucisano and Maria Emanuela Piemontese, GULPEASE, Scuola e città 3, 1988.
func Gulpease(c Counts) float64 {
	return 89 + float64(300*c.Sentences-10*c.Letters)/float64(c.Words)
}

func italian(c Counts) []Score {
	return []Score{{"gulpease", Gulpease(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// Martins is Flesch for Brazilian Portuguese: 42 points more.
// Teresa Martins et al., Readability formulas applied to textbooks in Brazilian Portuguese, ICMSC-USP, 1996.
func Martins(c Counts) float64 { return 248.835 - 1.015*c.perSentence() - 84.6*c.perWord(c.Syllables) }

func portuguese(c Counts) []Score {
	return []Score{{"martins", Martins(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// Douma is Flesch for Dutch.
// W. H. Douma, De leesbaarheid van landbouwbladen, Wageningen, 1960.
func Douma(c Counts) float64 { return 206.84 - 0.93*c.perSentence() - 77*c.perWord(c.Syllables) }

func dutch(c Counts) []Score {
	return []Score{{"douma", Douma(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}

// Oborneva is Flesch for Russian.
// Irina Oborneva, Automated estimation of the complexity of educational texts, Moscow, 2006.
func Oborneva(c Counts) float64 { return 206.835 - 1.3*c.perSentence() - 60.1*c.perWord(c.Syllables) }

func russian(c Counts) []Score {
	return []Score{{"oborneva", Oborneva(c)}, {"lix", LIX(c)}, {"rix", RIX(c)}}
}
