package site

import (
	"strings"
	"testing"
	"time"
)

func TestQuotations(t *testing.T) {
	for text, want := range map[string]string{
		"nothing here": "",
		"She said “I was never a victim” and left.":       "“I was never a victim”",
		`He said "a slave" twice, "twice".`:               `"a slave"|"twice"`,
		"Dijo «me rescataron» una vez.":                   "«me rescataron»",
		"قالت «أنقذوني» مرة.":                             "«أنقذوني»",
		"Er sagte „ich war ein Opfer“ dazu.":              "„ich war ein Opfer“",
		"Han sade ”jag var ett offer” då.":                "”jag var ett offer”",
		"“A long one begins here":                         "“A long one begins here",
		"She said ‘I don’t know the girls’ names’ to us.": "‘I don’t know the girls’ names’",
		"She said 'I don't know' to us, and 'no' to him.": "'I don't know'|'no'",
		"It's the workers' room, and it isn't theirs.":    "",
		"the workers’ own words, and nobody else’s":       "",
		"'Tis the '90s":                        "",
		`A board of 5" by 7" for sale`:         "",
		"the so-called “rescue” of a “victim”": "“rescue”|“victim”",
		"(“in brackets”)":                      "“in brackets”",
		"“one” ‘two’":                          "“one”|‘two’",
		"彼女は「被害者」と言った":                         "「被害者」",
	} {
		var got []string
		for _, s := range Quotations(text) {
			got = append(got, text[s.Start:s.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestQuotationsInTime: marks that never close are not looked for again and
// again.
func TestQuotationsInTime(t *testing.T) {
	for _, text := range []string{strings.Repeat("'a ", 300_000), strings.Repeat("‘a b’c ", 200_000), strings.Repeat("“ ", 300_000), strings.Repeat(`" `, 300_000)} {
		start := time.Now()
		Quotations(text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q…: %v", text[:8], took)
		}
	}
}
