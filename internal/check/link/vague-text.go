package link

import (
	"regexp"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// vague are words that say nothing on their own, by the main part of the
// language: in small letters, without signs.
var vague = map[string][]string{
	"en": {"here", "click here", "click", "press here", "tap here", "read more", "more", "learn more", "find out more",
		"see more", "more info", "more information", "link", "this link", "this", "this page", "go", "go here", "see here",
		"continue", "continue reading", "details", "page", "website", "read this", "follow this link", "click this link", "download", "info"},
	"es": {"aquí", "aqui", "haz clic aquí", "haz clic aqui", "haga clic aquí", "haga clic aqui", "clic aquí", "clic aqui", "pulsa aquí", "pulsa aqui",
		"pincha aquí", "pincha aqui", "leer más", "leer mas", "lee más", "más", "mas", "más información", "mas informacion", "ver más", "ver mas",
		"saber más", "enlace", "este enlace", "esta página", "esta pagina", "ir", "seguir leyendo", "continuar", "detalles", "descargar"},
	"ar": {"هنا", "اضغط هنا", "اضغطي هنا", "اضغطوا هنا", "انقر هنا", "انقري هنا", "انقروا هنا", "من هنا", "اقرأ المزيد", "اقرئي المزيد", "المزيد",
		"للمزيد", "معرفة المزيد", "لمعرفة المزيد", "رابط", "هذا الرابط", "الرابط", "هذه الصفحة", "تابع القراءة", "تفاصيل", "التفاصيل", "تحميل"},
	"fr": {"ici", "cliquez ici", "clique ici", "cliquer ici", "lire la suite", "en savoir plus", "plus", "voir plus", "plus d infos", "lien", "ce lien", "cette page", "suite", "télécharger"},
	"pt": {"aqui", "clique aqui", "clica aqui", "leia mais", "ler mais", "mais", "saiba mais", "ver mais", "mais informações", "link", "este link", "esta página"},
	"de": {"hier", "hier klicken", "klicken sie hier", "klick hier", "mehr", "mehr lesen", "weiterlesen", "mehr erfahren", "weiter", "link", "dieser link", "diese seite"},
	"it": {"qui", "clicca qui", "fai clic qui", "leggi di più", "di più", "scopri di più", "continua", "link", "questo link", "questa pagina"},
	"nl": {"hier", "klik hier", "lees meer", "meer", "meer lezen", "meer informatie", "link", "deze link", "deze pagina"},
}

var vagueWords = vagueTable()

func vagueTable() map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for language, list := range vague {
		table[language] = map[string]bool{}
		for _, words := range list {
			table[language][words] = true
		}
	}
	return table
}

// address tells words that are nothing but an address.
var address = regexp.MustCompile(`(?i)^(https?://|www\.)\S+$`)

var vagueText = &check.Check{
	ID:       "link/vague-text",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.4.4", "WCAG 4.1.2", "ACT c487ae", "ACT 5effbb", "axe link-name"),
	Source: func(p *check.SourcePass) {
		for _, l := range p.Page.Doc.Links {
			words := strings.TrimSpace(l.Text)
			tag := l.Lang
			if tag == "" {
				tag = p.Page.Lang.Tag
			}
			switch {
			case words == "":
				p.FoundFix(l.At, "this link has no words", "Write between the square brackets what a reader finds there.")
			case address.MatchString(words):
				p.FoundFix(l.At, "the words of this link are only an address", "Write it like [what a reader finds there](the address).")
			case saysNothing(tag, words):
				p.Found(l.At, "the words of this link, “"+words+"”, do not say where it leads")
			}
		}
	},
}

// saysNothing tells whether words are vague in a language, whatever their
// capitals and signs.
func saysNothing(tag, words string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, words)
	plain = strings.Join(strings.Fields(plain), " ")
	return plain == "" || vagueWords[language][plain]
}
