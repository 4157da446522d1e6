// Package image checks the pictures that pages show: their words for people
// who do not see them, and whether they can be published at all.
package image

import (
	"embed"
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/site"
	"handrail/internal/source"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, altFileName, altGeneric, altImageOf, altLanguage, altLong, altMissing, altRepeats,
		frightening, longDescription, missing, refused, wordsMissing)
}

// A picture is one that a page shows, in its front matter or in its text.
type picture struct {
	src         string
	alt         string
	caption     string
	description string // the id of what describes it at length
	decorative  bool
	at          source.Place // of the whole
	altAt       source.Place // of its text alternative
}

// pictures lists what a page shows, in the order in which it is written.
func pictures(p *site.Page) []picture {
	var all []picture
	for i, image := range p.Common().Images {
		key := fmt.Sprintf("image.%d", i)
		all = append(all, picture{src: image.Src, alt: image.Alt, caption: image.Caption, description: strings.TrimPrefix(image.Description, "#"),
			decorative: image.Decorative, at: p.At(key), altAt: p.At(key + ".alt")})
	}
	for _, image := range p.Doc.Images {
		all = append(all, picture{src: image.Destination, alt: image.Alt, caption: image.Title, description: image.Description,
			decorative: image.Decorative, at: image.At, altAt: image.At})
	}
	return all
}
