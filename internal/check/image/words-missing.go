package image

import (
	"bytes"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/standards"
)

var wordsMissing = &check.Check{
	ID:       "image/words-missing",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "WCAG 1.4.5"),
	Source: func(p *check.SourcePass) {
		var onPage map[string]bool
		for _, image := range pictures(p.Page) {
			if image.decorative {
				continue
			}
			drawn := drawnWords(p.Site.Picture(p.Page, image.src))
			if len(drawn) == 0 {
				if kind := holdsWords(primary(p.Page.Lang), image); kind != "" {
					p.Ask(image.altAt, "this picture seems to hold words (“"+kind+"”): do the words for it, or the page, say them?")
				}
				continue
			}
			if onPage == nil {
				onPage = said(p.Page)
			}
			if left := missingWords(drawn, onPage, words(image.alt)); left != "" {
				p.Found(image.altAt, "this picture shows words that neither its own words nor the page say: “"+left+"”")
			}
		}
	},
}

// holdsWords returns the word that tells a picture of words, where its
// alternative quotes none.
func holdsWords(language string, image picture) string {
	if strings.ContainsAny(image.alt, "“”\"«»:") {
		return ""
	}
	stem := strings.TrimSuffix(path.Base(image.src), path.Ext(image.src))
	if w := holds(wordKinds, "en", stem); w != "" {
		return w
	}
	return holds(wordKinds, language, stem+" "+image.alt)
}

// drawnWords are the words that a drawing writes, in their order. Only SVG
// drawings can be read.
func drawnWords(p *site.Picture) []string {
	if p == nil || p.Refused != "" || !strings.EqualFold(path.Ext(p.Path), ".svg") {
		return nil
	}
	data, err := p.Read()
	if err != nil || !bytes.Contains(data, []byte("text")) {
		return nil
	}
	var text strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return words(text.String())
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth > 0 || t.Name.Local == "text" {
				depth++
			}
		case xml.EndElement:
			if depth > 0 {
				depth--
				text.WriteByte(' ')
			}
		case xml.CharData:
			if depth > 0 {
				text.Write(t)
			}
		}
	}
}

// said is every word of the page's text.
func said(p *site.Page) map[string]bool {
	all := map[string]bool{}
	for _, b := range p.Doc.Blocks {
		for _, w := range words(b.Text) {
			all[w] = true
		}
	}
	return all
}

// missingWords joins the drawn words that are said nowhere.
func missingWords(drawn []string, onPage map[string]bool, alt []string) string {
	var left []string
	for _, w := range drawn {
		if !onPage[w] && !slices.Contains(alt, w) && !slices.Contains(left, w) {
			left = append(left, w)
		}
	}
	const most = 12
	if len(left) > most {
		left = append(left[:most], "…")
	}
	return strings.Join(left, " ")
}
