package theme

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/media"
	"handrail/internal/site"
	"handrail/internal/source"
)

// Undrawn reports the letters and figures of the pages that no font of the theme
// can draw, language by language, and fonts that cannot be looked into. At is
// the place where the languages of the site are named. A theme without fonts
// uses those of the reader's device, so there is nothing to report.
func (t *Theme) Undrawn(s *site.Site, at source.Place) []finding.Problem {
	var problems []finding.Problem
	var fonts []*media.Font
	unseen := false
	for _, name := range slices.Sorted(maps.Keys(t.Assets)) {
		here := source.Place{Path: path.Join("themes", t.Name, "assets", name)}
		switch strings.ToLower(path.Ext(name)) {
		case ".ttf", ".otf":
			font, err := media.ReadFont(t.Assets[name])
			if err != nil {
				problems = append(problems, finding.Problem{At: here, Rule: "theme/glyphs", Message: "this font is damaged, or it is no TrueType or OpenType font"})
				continue
			}
			fonts = append(fonts, font)
		case ".woff", ".woff2", ".ttc", ".otc":
			unseen = true
			problems = append(problems, finding.Problem{At: here, Rule: "theme/glyphs-unseen", Message: "does this font have every letter of the site's languages? Handrail cannot look into it"})
		}
	}
	if unseen || len(fonts) == 0 {
		return problems // the letters may be in a font that nobody could read
	}
	for _, l := range s.Languages {
		if lost := undrawn(fonts, t.characters(s, l)); len(lost) > 0 {
			message := fmt.Sprintf("the fonts of the theme cannot draw these letters of %s (%s): %s", l.Autonym, l.Tag, l.Isolate(string(lost[:min(len(lost), shownLetters)])))
			if more := len(lost) - shownLetters; more > 0 {
				message += fmt.Sprintf(" and %d more", more)
			}
			problems = append(problems, finding.Problem{At: at, Rule: "theme/glyphs", Message: message})
		}
	}
	return problems
}

// shownLetters is how many letters a message names.
const shownLetters = 20

// characters are the letters, marks and figures that the pages of a language are
// written with, and the words around them.
func (t *Theme) characters(s *site.Site, l lang.Language) map[rune]bool {
	used := map[rune]bool{}
	add := func(text string) {
		for _, r := range text {
			if unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number) {
				used[r] = true
			}
		}
	}
	for key := range t.words[sourceLanguage] {
		for _, form := range t.forms(l, key) {
			add(form)
		}
	}
	for _, p := range s.Pages {
		if p.Lang.Tag != l.Tag {
			continue
		}
		add(p.Common().Title + p.Common().Summary)
		for i := range p.Doc.Blocks {
			add(p.Doc.Blocks[i].Text)
		}
	}
	return used
}

// undrawn are the characters that none of the fonts has, sorted.
func undrawn(fonts []*media.Font, used map[rune]bool) []rune {
	var lost []rune
	for _, r := range slices.Sorted(maps.Keys(used)) {
		if !slices.ContainsFunc(fonts, func(f *media.Font) bool { return f.Draws(r) }) {
			lost = append(lost, r)
		}
	}
	return lost
}
