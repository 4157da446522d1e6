package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"handrail/internal/fields"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/source"
)

// measured is one text in `measure --format json`, as the contract has it.
type measured struct {
	File      string             `json:"file"`
	Lang      string             `json:"lang"`
	Sentences int                `json:"sentences"`
	Words     int                `json:"words"`
	Syllables int                `json:"syllables"`
	Letters   int                `json:"letters"`
	LongWords int                `json:"long_words"`
	Figures   int                `json:"characters"` // letters and digits
	Many      int                `json:"polysyllables"`
	One       int                `json:"monosyllables"`
	Scores    map[string]float64 `json:"scores"`
	Reason    string             `json:"reason"` // why there is no score, else empty

	counts  prose.Counts
	ordered []prose.Score
	longest string // the longest sentence, and how many words it has
	most    int
}

func newMeasure(w *world) *cobra.Command {
	tag, format := "", "text"
	c := &cobra.Command{
		Use:   "measure [FILE…]",
		Short: "Count sentences and words of a text, and say how hard it is to read",
		Long: `Measure counts the sentences, words and syllables of markdown or plain text, and
gives the readability scores that are made for its language. It changes nothing
and keeps nothing. Without a file, or with -, it reads standard input.`,
		Example: `  handrail measure content/en/about.md
  handrail measure - --lang es < texto.txt`,
		RunE: func(_ *cobra.Command, files []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("--format is %q; choose text or json", format)
			}
			if tag != "" {
				language, err := lang.Parse(tag)
				if err != nil {
					return fmt.Errorf("--lang: %w", err)
				}
				tag = language.Tag
			}
			if len(files) == 0 {
				files = []string{"-"}
			}
			texts := []measured{}
			for _, name := range files {
				data, err := w.readText(name)
				if err != nil {
					return err
				}
				m, err := measure(name, tag, data)
				if err != nil {
					return err
				}
				texts = append(texts, m)
			}
			if format == "json" {
				encoder := json.NewEncoder(w.stdout)
				encoder.SetEscapeHTML(false)
				encoder.SetIndent("", "  ")
				return encoder.Encode(map[string]any{"texts": texts})
			}
			return measuredText(w.stdout, texts)
		},
	}
	c.Flags().StringVar(&tag, "lang", "", "the language of the text, such as es; else what the file says, else en")
	c.Flags().StringVar(&format, "format", format, "text or json")
	return c
}

// readText reads a file, or standard input for "-".
func (w *world) readText(name string) ([]byte, error) {
	from := w.stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %w", name, errors.Unwrap(err))
		}
		defer file.Close()
		from = file
	}
	data, err := io.ReadAll(io.LimitReader(from, source.MaxText+1))
	switch {
	case errors.Is(err, os.ErrInvalid), err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w; name a text file", name, errors.Unwrap(err))
	case len(data) > source.MaxText:
		return nil, fmt.Errorf("%s is larger than %d MB, so it was not measured", name, source.MaxText>>20)
	}
	return data, nil
}

// measure counts one text. A file that is not .txt is read as markdown.
func measure(name, tag string, data []byte) (measured, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	f := source.NewFile(name, data)
	if !utf8.Valid(data) {
		at := f.At(firstInvalid(data))
		return measured{}, fmt.Errorf("%s:%d:%d: this text is not saved as UTF-8; open it in a text editor, save it as UTF-8, and measure it again", at.Path, at.Line, at.Col)
	}
	var blocks []string
	if path.Ext(name) == ".txt" {
		blocks = prose.Blocks(string(data))
	} else {
		front, _ := fields.FrontMatter(f)
		doc := markdown.Parse(f, front.Body, markdown.Options{AllowHTML: true})
		for _, p := range doc.Problems {
			if p.Rule == "markdown/too-costly" || p.Rule == "markdown/encoding" {
				return measured{}, fmt.Errorf("%s:%d:%d: %s", name, p.At.Line, p.At.Col, p.Message)
			}
		}
		for _, b := range doc.Blocks {
			blocks = append(blocks, b.Text)
		}
		if tag == "" {
			tag = langOf(f, front)
		}
	}
	if tag == "" {
		tag = "en"
	}
	m := measured{File: name, Lang: tag, Scores: map[string]float64{}}
	l := prose.Of(tag)
	for _, block := range blocks {
		for _, s := range l.Sentences(nil, block) {
			c := l.Count(s.In(block))
			if m.counts = m.counts.Plus(c); c.Words > m.most {
				m.longest, m.most = s.In(block), c.Words
			}
		}
	}
	m.Sentences, m.Words, m.Syllables = m.counts.Sentences, m.counts.Words, m.counts.Syllables
	m.Letters, m.LongWords = m.counts.Letters, m.counts.LongWords
	m.Figures, m.Many, m.One = m.counts.Characters, m.counts.Polysyllables, m.counts.Monosyllables
	m.ordered, m.Reason = l.Scores(m.counts)
	for _, s := range m.ordered {
		m.Scores[s.Name] = s.Value
	}
	return m, nil
}

// firstInvalid is the offset of the first byte that is no UTF-8.
func firstInvalid(data []byte) int {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// langOf is the language that a file's front matter or its folder says, or
// nothing.
func langOf(f *source.File, front fields.FrontMatterRange) string {
	var table *fields.Table
	switch front.Format {
	case "toml":
		table, _ = fields.ParseTOML(f, front.Start, front.End)
	case "yaml":
		table, _ = fields.ParseYAML(f, front.Start, front.End)
	}
	if table != nil {
		if entry, ok := table.Find("lang"); ok {
			if language, err := lang.Parse(entry.Value.Str); err == nil {
				return language.Tag
			}
		}
	}
	_, below, ok := strings.Cut("/"+filepath.ToSlash(f.Path), "/content/")
	if tag, _, inFolder := strings.Cut(below, "/"); ok && inFolder {
		if language, err := lang.Parse(tag); err == nil {
			return language.Tag
		}
	}
	return ""
}

// meanings says what a score means to a writer.
var meanings = map[string]string{
	"flesch":                  "higher is easier; 60 to 70 is plain",
	"flesch_kincaid":          "years of school in the US",
	"smog":                    "years of school in the US",
	"ari":                     "years of school in the US",
	"coleman_liau":            "years of school in the US",
	"forcast":                 "years of school in the US; also for lists and forms",
	"lix":                     "lower is easier; under 35 is easy",
	"rix":                     "long words in each sentence; lower is easier",
	"szigriszt_pazos":         "higher is easier; 55 to 65 is normal, over 65 quite easy",
	"fernandez_huerta":        "higher is easier; 60 to 70 is plain",
	"kandel_moles":            "higher is easier; 60 to 70 is plain",
	"amstad":                  "higher is easier; 60 to 70 is plain",
	"wiener_sachtextformel_1": "years of school, from 4 to 15",
	"gulpease":                "higher is easier; over 80 for the first years of school, 60 for the middle ones",
	"martins":                 "higher is easier; 60 to 70 is plain",
	"douma":                   "higher is easier; 60 to 70 is plain",
	"oborneva":                "higher is easier; 60 to 70 is plain",
}

// measuredText prints each text for a writer.
func measuredText(w io.Writer, texts []measured) error {
	out := bufio.NewWriter(w)
	for i, m := range texts {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%s (%s)\n", m.File, m.Lang)
		fmt.Fprintf(out, "  sentences   %6d\n  words       %6d\n", m.Sentences, m.Words)
		if m.Syllables > 0 {
			fmt.Fprintf(out, "  syllables   %6d\n", m.Syllables)
		}
		fmt.Fprintf(out, "  letters     %6d\n  long words  %6d  (over six letters)\n", m.Letters, m.LongWords)
		if m.Sentences > 0 {
			fmt.Fprintf(out, "  a sentence has %.1f words on average; the longest one has %d:\n    %s\n",
				float64(m.Words)/float64(m.Sentences), m.most, beginning(m.longest))
		}
		for _, s := range m.ordered {
			fmt.Fprintf(out, "  %-24s %6.1f  %s\n", s.Name, s.Value, meanings[s.Name])
		}
		if m.Reason != "" {
			fmt.Fprintf(out, "  %s\n", m.Reason)
		}
	}
	return out.Flush()
}

// beginning is the first words of a sentence, on one line of a terminal.
func beginning(sentence string) string {
	const most = 12
	n := 0
	for span := range prose.Words(sentence) {
		if n++; n > most {
			return strings.TrimSpace(visible(sentence[:span.Start])) + " …"
		}
	}
	return visible(sentence)
}

// visible leaves out control characters, which could change a terminal.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, text)
}
