package image

import (
	"path"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/site"
	"handrail/internal/standards"
)

var longDescription = &check.Check{
	ID:       "image/long-description",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.1.1"),
	Source: func(p *check.SourcePass) {
		data := after(p.Page)
		for _, image := range pictures(p.Page) {
			kind := isComplex(primary(p.Page.Lang), image)
			switch {
			case image.description != "":
				if !hasID(p.Page, image.description) {
					p.FoundFix(image.at, "there is no passage “#"+image.description+"” that describes this picture",
						"Write {#"+image.description+"} after the heading of that passage, or check the spelling.")
				}
			case kind != "" && !image.decorative && !data[image.src]:
				p.Found(image.altAt, "this picture seems to be one that a sentence cannot tell in full (“"+kind+"”), and nothing on the page describes it at length")
			}
		}
	},
}

// isComplex returns the word that tells a picture that says more than a
// sentence can: in the name of its file, or first in its words.
func isComplex(language string, image picture) string {
	stem := strings.TrimSuffix(path.Base(image.src), path.Ext(image.src))
	if w := holds(complexKinds, "en", stem); w != "" {
		return w
	}
	if w := holds(complexKinds, language, stem); w != "" {
		return w
	}
	alt := words(image.alt)
	const beginning = 3 // a bar chart, un gráfico de
	return holds(complexKinds, language, strings.Join(alt[:min(len(alt), beginning)], " "))
}

// after tells which pictures, by their address, have a table or a list right
// after them: the data that they show.
func after(p *site.Page) map[string]bool {
	data := map[string]bool{}
	next := 0
	for i := range p.Doc.Blocks {
		next = skip(p, next, p.Doc.Blocks[i])
		for next < len(p.Doc.Images) && inBlock(p, i, p.Doc.Images[next].At) {
			if i+1 < len(p.Doc.Blocks) {
				kind := p.Doc.Blocks[i+1].Kind
				data[p.Doc.Images[next].Destination] = kind == markdown.Cell || kind == markdown.Item
			}
			next++
		}
	}
	return data
}

func hasID(p *site.Page, id string) bool {
	for _, known := range p.Doc.IDs {
		if known.ID == id {
			return true
		}
	}
	return false
}
