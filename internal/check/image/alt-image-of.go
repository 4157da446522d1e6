package image

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// announced are the beginnings that only say that a picture is one, by the
// main part of the language. Each stands before the thing that is shown.
var announced = map[string][]string{
	"en": {"image of", "picture of", "photo of", "photograph of", "photos of", "pictures of", "graphic of", "pic of"},
	"es": {"imagen de", "imagen del", "foto de", "foto del", "fotografía de", "fotografía del", "fotografia de", "ilustración de"},
	"ar": {"صورة", "صوره", "الصورة"},
	"fr": {"image de", "image d'", "image d’", "image du", "photo de", "photo d'", "photo d’", "photo du", "photographie de"},
	"pt": {"imagem de", "imagem do", "imagem da", "foto de", "foto do", "foto da", "fotografia de"},
	"de": {"bild von", "bild der", "bild des", "foto von", "foto der", "foto des"},
	"it": {"immagine di", "immagine del", "immagine della", "foto di", "foto del", "foto della", "fotografia di"},
	"nl": {"afbeelding van", "foto van", "plaatje van"},
}

// articles may stand before them.
var articles = map[string][]string{
	"en": {"a", "an", "the", "this is a", "this is an"},
	"es": {"una", "la", "esta es una"},
	"fr": {"une", "la", "l'", "l’"},
	"pt": {"uma", "a"},
	"de": {"ein", "das"},
	"it": {"una", "un'", "un’", "la", "l'", "l’"},
	"nl": {"een", "de"},
}

// After them, these words make a picture the thing that is shown: a picture on
// a wall.
var shown = map[string][]string{"ar": {"على", "في", "معلقة", "معلّقة"}}

var altImageOf = &check.Check{
	ID:       "image/alt-image-of",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1"),
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if beginning := announces(p.Page.Lang.Tag, image.alt); beginning != "" {
				p.Found(image.altAt, "the words for this picture begin with “"+beginning+"”")
			}
		}
	},
}

// announces returns the empty beginning of a text alternative, or nothing.
func announces(tag, alt string) string {
	language, _, _ := strings.Cut(tag, "-")
	words := strings.Join(strings.Fields(strings.ToLower(alt)), " ")
	for _, article := range articles[language] {
		if rest, ok := begins(words, article); ok {
			words = rest
			break
		}
	}
	for _, beginning := range announced[language] {
		rest, ok := begins(words, beginning)
		next, _, _ := strings.Cut(rest, " ")
		if ok && rest != "" && !slices.Contains(shown[language], next) {
			return beginning
		}
	}
	return ""
}

// begins tells whether words start with a phrase, and returns what follows. A
// phrase that ends with an apostrophe has no space after it.
func begins(words, phrase string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(words, phrase)
	if !ok || strings.HasSuffix(phrase, "'") || strings.HasSuffix(phrase, "’") {
		return rest, ok
	}
	after, spaced := strings.CutPrefix(rest, " ")
	return after, spaced
}
