package plain

import (
	"regexp"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/prose"
	"handrail/internal/site"
)

var numberSource = &check.Check{
	ID:       "plain/number-source",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		for _, x := range ours(p.Passages()) {
			if x.Field != "" && !strings.HasPrefix(x.Field, "summary") || !strings.ContainsAny(x.Text, "%٪0123456789") && !mayCount(x.Text) {
				continue
			}
			for _, s := range x.Sentences {
				text := s.In(x.Text)
				at := statistic.FindStringIndex(text)
				if at == nil {
					at = spoken.FindStringIndex(text)
				}
				if at == nil {
					continue
				}
				part := prose.Span{Start: s.Start + at[0], End: s.Start + at[1]}
				if spared(x, part) || rate.MatchString(text) {
					continue
				}
				var lacks []string
				if !sourced(x) {
					lacks = append(lacks, "who counted")
				}
				if !year.MatchString(x.Text) {
					lacks = append(lacks, "in which year")
				}
				if lacks != nil {
					p.Found(x.At(part.Start), "“"+strings.TrimSpace(part.In(x.Text))+"” does not say "+strings.Join(lacks, " and ")+
						"; add it, with a link or a footnote")
				}
			}
		}
	},
}

// What makes a number a claim about the world: a share of something, or
// millions of it. Prices, ages and times are none.
var (
	statistic = regexp.MustCompile(`(?i)\d[\d.,\x{a0}\x{202f}]*\s?(%|٪|percent\b|per cent\b|por ciento\b|pour cent\b|prozent\b|por cento\b|per cento\b|procent\b|процент)`)
	spoken    = regexp.MustCompile(`(?i)\d[\d.,]*\s(million|billion|millones|millionen|millions|milhões|milioni)( of| de| d'| di)?\s(people|persons|workers|women|men|children|survivors|adults|personas|mujeres|hombres|niños|menschen|kinder|frauen|personnes|femmes|enfants|pessoas|mulheres|crianças|persone|donne|bambini)|\b(one|two|three|four|\d+) (in|out of) (two|three|four|five|six|seven|eight|nine|ten|\d+) (people|persons|workers|women|men|children|survivors|adults|girls|boys)\b|\b(una|uno|dos|tres|\d+) de cada (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+)\b`)
	// A rate that somebody sets is no count of the world: a fee of 2 %.
	rate  = regexp.MustCompile(`(?i)\b(fees?|interest|tax(es)?|discount|deposit|commission|tarifas?|comisión|comisiones|interés|intereses|impuestos?|descuentos?)\b`)
	year  = regexp.MustCompile(`(^|\D)(1[89]|20)\d\d(\D|$)`)
	named = regexp.MustCompile(`(?i)\b(according to|source:|study|survey|report|counted|census|según|fuente:|estudio|encuesta|informe|selon|source :|étude|laut|quelle:|studie|segundo|fonte:|secondo|volgens|bron:)`)
)

// mayCount tells cheaply whether a text without a figure can hold one of the
// words of spoken.
func mayCount(text string) bool {
	for _, part := range []string{" out of ", " de cada ", "ne in ", "wo in ", "ree in ", "our in "} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// sourced tells whether a passage names a source: in words, by a link or by a
// footnote.
func sourced(x *site.Passage) bool {
	return named.MatchString(x.Text) || x.Refers()
}
