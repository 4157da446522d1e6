package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"handrail/internal/lang"
)

//go:embed writers.tmpl
var writersText string

var writersPage = template.Must(template.New("writers").Funcs(template.FuncMap{
	"join": func(list []string) string { return strings.Join(list, ", ") },
	"number": func(n int) (string, error) {
		english, err := lang.Parse("en")
		return english.Number(n), err
	},
}).Parse(writersText))

// Writers is what the page for writers shows.
type Writers struct {
	Sentences, Short int // all of them, and those of twenty words or fewer
	Hardest          []HardSentence
}

// A HardSentence is a sentence that asks much of a reader.
type HardSentence struct {
	Text, Lang, Dir string
	File            string
	Line            int
	Words           int
	LongWords       []string
	Cut             string // the words before which it could end; or empty
}

// WritersPage writes one page that needs nothing else, for people who write:
// the hardest sentences of the library, the hardest first.
func WritersPage(w io.Writer, o Writers) error {
	sum := sha256.Sum256([]byte(htmlStyle))
	for i := range o.Hardest {
		h := &o.Hardest[i]
		h.Text, h.File, h.Cut = plain(h.Text), plain(h.File), plain(h.Cut)
	}
	out := bufio.NewWriter(w)
	err := writersPage.Execute(out, struct {
		Writers
		Percent   int
		Style     template.CSS
		StyleHash string
	}{o, o.Short * 100 / max(1, o.Sentences), template.CSS(htmlStyle), "sha256-" + base64.StdEncoding.EncodeToString(sum[:])})
	if err != nil {
		return err
	}
	return out.Flush()
}
