package image

import (
	"slices"
	"strings"
	"unicode"

	"handrail/internal/lang"
)

// words divides a text into its words, in small letters.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit)
	})
}

// primary is the main part of a language's tag.
func primary(l lang.Language) string {
	tag, _, _ := strings.Cut(l.Tag, "-")
	return tag
}

// What kinds of picture there are, by language. Alone they say nothing; the
// names of files are mostly in English.
var generic = map[string][]string{
	"en": {"image", "images", "picture", "photo", "photograph", "graphic", "illustration", "drawing", "icon", "logo", "banner", "header", "figure", "screenshot", "art", "artwork", "untitled", "placeholder", "decoration", "chart", "graph", "map", "diagram", "infographic", "thumbnail", "alt", "here", "click", "todo"},
	"es": {"imagen", "foto", "fotografía", "gráfico", "ilustración", "dibujo", "icono", "ícono", "logo", "logotipo", "figura", "captura", "mapa", "diagrama", "infografía", "decoración", "banner"},
	"ar": {"صورة", "الصورة", "رسم", "رسمة", "شعار", "أيقونة", "شكل", "خريطة", "مخطط"},
	"fr": {"image", "photo", "photographie", "graphique", "illustration", "dessin", "icône", "logo", "figure", "carte", "schéma"},
	"pt": {"imagem", "foto", "fotografia", "gráfico", "ilustração", "desenho", "ícone", "logotipo", "figura", "mapa", "diagrama"},
	"de": {"bild", "foto", "grafik", "abbildung", "zeichnung", "symbol", "logo", "karte", "diagramm"},
}

// Pictures that say more than a sentence can: what they are called, and in the
// names of files.
var complexKinds = map[string][]string{
	"en": {"chart", "graph", "diagram", "flowchart", "infographic", "histogram", "timeline", "map", "floorplan"},
	"es": {"gráfico", "gráfica", "diagrama", "organigrama", "infografía", "cronología", "mapa", "plano"},
	"ar": {"مخطط", "خريطة", "مبيان"},
	"fr": {"graphique", "diagramme", "organigramme", "infographie", "carte"},
	"pt": {"gráfico", "diagrama", "infográfico", "mapa"},
	"de": {"diagramm", "grafik", "schaubild", "karte", "zeitstrahl"},
}

// Pictures that mostly hold words.
var wordKinds = map[string][]string{
	"en": {"screenshot", "poster", "flyer", "leaflet", "infographic", "quotecard"},
	"es": {"captura", "cartel", "folleto", "volante", "infografía"},
	"ar": {"ملصق", "منشور"},
}

// holds tells whether a text has one of the words that a table lists for a
// language, and which. English ones count everywhere in the names of files.
func holds(table map[string][]string, language, text string) string {
	for _, w := range words(text) {
		if slices.Contains(table[language], w) {
			return w
		}
	}
	return ""
}

// bare is a text with nothing but its words, to compare two.
func bare(text string) string { return strings.Join(words(text), " ") }
