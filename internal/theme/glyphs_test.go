package theme_test

import (
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/theme"
)

// TestUndrawn: the Go font has Latin letters and no Arabic ones.
func TestUndrawn(t *testing.T) {
	page := func(tag, text string) *site.Page {
		l, err := lang.Parse(tag)
		if err != nil {
			t.Fatal(err)
		}
		return &site.Page{Lang: l, Data: &kind.Page{}, Doc: &markdown.Document{Blocks: []markdown.Block{{Text: text}}}}
	}
	es, ar := page("es", "Mañana, ¿sí? 12 €"), page("ar", "بيت 12")
	s := &site.Site{Languages: []lang.Language{es.Lang, ar.Lang}, Pages: []*site.Page{es, ar}}
	fonts := func(names ...string) string {
		th := &theme.Theme{Name: "plain", Assets: map[string][]byte{"style.css": nil}}
		for _, name := range names {
			th.Assets[name] = goregular.TTF
		}
		var said []string
		for _, p := range th.Undrawn(s, source.Place{Path: "handrail.toml"}) {
			said = append(said, p.At.Path+" "+p.Rule+" "+p.Message)
		}
		return strings.Join(said, "\n")
	}
	if got := fonts(); got != "" {
		t.Errorf("a theme without fonts has findings: %s", got)
	}
	got := fonts("go.ttf")
	if !strings.HasPrefix(got, "handrail.toml theme/glyphs the fonts of the theme cannot draw these letters of العربية (ar): ") || strings.Contains(got, "\n") {
		t.Errorf("of Latin letters alone, the findings are: %s", got)
	}
	for _, letter := range "بيت" {
		if !strings.ContainsRune(got, letter) {
			t.Errorf("%c is not named: %s", letter, got)
		}
	}
	if got := fonts("go.ttf", "more.woff2"); !strings.HasPrefix(got, "themes/plain/assets/more.woff2 theme/glyphs-unseen ") || strings.Contains(got, "\n") {
		t.Errorf("with a packed font, the findings are: %s", got)
	}
}
