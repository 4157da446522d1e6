// Package image checks the pictures that pages show: their words for people
// who do not see them, and whether they can be published at all.
package image

import (
	"embed"
	"fmt"

	"handrail/internal/check"
	"handrail/internal/site"
	"handrail/internal/source"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, altFileName, altImageOf, altMissing, missing, refused)
}

// A picture is one that a page shows, in its front matter or in its text.
type picture struct {
	src        string
	alt        string
	decorative bool
	at         source.Place // of the whole
	altAt      source.Place // of its text alternative
}

// pictures lists what a page shows, in the order in which it is written.
func pictures(p *site.Page) []picture {
	var all []picture
	for i, image := range p.Common().Images {
		key := fmt.Sprintf("image.%d", i)
		all = append(all, picture{image.Src, image.Alt, image.Decorative, p.At(key), p.At(key + ".alt")})
	}
	for _, image := range p.Doc.Images {
		all = append(all, picture{image.Destination, image.Alt, image.Decorative, image.At, image.At})
	}
	return all
}
