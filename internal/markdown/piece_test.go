package markdown

import (
	"strings"
	"testing"

	"handrail/internal/source"
)

// TestPieces finds words of blocks where they stand in the file.
func TestPieces(t *testing.T) {
	text := "+++\n+++\nOne  two *three\n   four* [five &amp; six](x.md) \\*seven.\n\n" +
		"- She said [we   walked [all](y.md) night]{.own-words lang=es} and `ran fast` to <https://x.example>.\r\n- Über **été**  x\n\n" +
		"| a | b |\n|---|---|\n| c  c | d \\| e |\n\n> Quote\n> goes on\n"
	f := source.NewFile("a.md", []byte(text))
	d := Parse(f, len("+++\n+++\n"), Options{})
	seen := 0
	for _, b := range d.Blocks {
		for _, word := range strings.Fields(b.Text) {
			at := strings.Index(b.Text, word)
			if i := strings.Index(b.Text, " "+word); i >= 0 {
				at = i + 1
			}
			place := b.Place(f, at)
			rest := text[f.OffsetOf(place):]
			if word == "&" {
				word = "&amp;"
			}
			word = strings.TrimSuffix(word, ".") // it may stand behind a sign
			if word == "|" {
				continue // the backslash before it is no word
			}
			if !strings.HasPrefix(strings.TrimPrefix(rest, "\\"), word) {
				t.Errorf("%q of %q is said to be at %v, before %.12q", word, b.Text, place, rest)
			}
			seen++
		}
	}
	if seen < 25 {
		t.Errorf("only %d words were looked for", seen)
	}
	item := d.Blocks[1]
	for word, want := range map[string]Piece{
		"said": {}, "walked": {Mark: OwnWords, Lang: "es"}, "all": {Mark: OwnWords, Lang: "es"}, "and": {},
		"ran": {Mark: Code}, "https": {Mark: Address},
	} {
		if got := item.Piece(strings.Index(item.Text, word)); got.Mark != want.Mark || got.Lang != want.Lang {
			t.Errorf("%s has mark %d and language %q, want %d and %q", word, got.Mark, got.Lang, want.Mark, want.Lang)
		}
	}
}

// TestSpelling: a block's words are what plain makes of it, however it is
// written.
func TestSpelling(t *testing.T) {
	for text, want := range map[string]string{
		"  a\u00a0 b\nc  ":                  "a b c",
		"&nbsp;a&nbsp;&#32;b&nbsp;":         "a b",
		"![pic](p.png) ~~x~~ H~2~O\\\nnext": "pic x H2O next",
		"<b>x</b> [^1] \\&amp; &bogus;":     "x [^1] &amp; &bogus;",
		"*a*{.own-words}*b*":                "ab",
	} {
		d := Parse(source.NewFile("a.md", []byte(text)), 0, Options{})
		got := ""
		if len(d.Blocks) > 0 {
			got = d.Blocks[0].Text
		}
		if got != want {
			t.Errorf("%q is spelled %q, want %q", text, got, want)
		}
	}
}
