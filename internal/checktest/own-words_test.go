package checktest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handrail/internal/build"
	"handrail/internal/checks"
	"handrail/internal/finding"
	"handrail/internal/terms"
)

// TestOwnWords: nothing fails or warns on a person's own words. Every word of
// the lists, and a sentence of 200 words, go into every place where somebody
// speaks for themselves; the library must have no finding that it has not with
// a harmless sentence there.
func TestOwnWords(t *testing.T) {
	harmless := worries(t, map[string]string{"en": "The kettle is on.", "es": "El agua hierve.", "ar": "الماء يغلي."})
	said := map[string]string{}
	lists, problems := terms.For([]string{"en", "es", "ar"}, nil, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	words := 0
	for tag, list := range lists {
		var b strings.Builder
		for _, term := range list.Terms {
			for _, form := range term.Forms {
				for i := range 1 + strings.Count(form, "/") { // each word that may stand there, at least once
					near := ""
					if len(term.Near) > 0 {
						near = " " + term.Near[i%len(term.Near)]
					}
					b.WriteString(" " + spelling(form, i) + near + ".")
					words++
				}
			}
		}
		long := strings.TrimSpace(strings.Repeat("kettle ", 200)) + "."
		said[tag] = strings.TrimSpace(b.String()) + " " + long
	}
	if words < 300 {
		t.Errorf("only %d words were tried", words)
	}
	for worry, message := range worries(t, said) {
		if harmless[worry] == "" {
			t.Errorf("%s\n%s", worry, message)
		}
	}
}

// spelling writes a form with the n-th of the words that may stand in each
// place.
func spelling(form string, n int) string {
	var words []string
	for _, w := range strings.Fields(form) {
		choices := strings.Split(w, "/")
		words = append(words, choices[n%len(choices)])
	}
	return strings.Join(words, " ")
}

// worries builds a library in which people say something, and returns what is
// worse than a note, by file and rule.
func worries(t *testing.T, said map[string]string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	lay := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lay("handrail.toml", "allow_html = true\nlanguages = [\"en\", \"es\", \"ar\"]\n[[context]]\nid = \"labour\"\nname = \"Labour\"\n")
	picture := "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 5\"><path d=\"M1 1h3v3H1z\"/></svg>"
	for tag, words := range said {
		front := "+++\ntitle = \"A\"\nsummary = \"B\"\n"
		first, _, _ := strings.Cut(words, ".")
		quote := fmt.Sprintf("“%s”", first)
		lay("content/"+tag+"/door.svg", picture)
		lay("content/"+tag+"/stories/s-1.md", front+"context = [\"labour\"]\n+++\n\n"+strings.ReplaceAll(
			"WORDS\n\n## WORDS\n\n- WORDS\n  - WORDS\n\n1. WORDS\n\n> WORDS\n\n| A | B |\n|---|---|\n| WORDS | WORDS |\n\n*WORDS*[^1] and [WORDS](#q)\n\n"+
				"[^1]: WORDS\n\n:::note {#n title=\"A\"}\nWORDS\n:::\n\nTerm\n: WORDS\n\n## Questions {#q}\n\n- WORDS\n", "WORDS", words))
		lay("content/"+tag+"/glossary.md", front+"\n[[term]]\nid = \"a\"\nname = \"A\"\n[[term.meaning]]\ntext = 'Someone said "+quote+" of it.'\nused_by = 'people who say "+quote+"'\n+++\n\n> "+words+"\n")
		for _, kind := range []string{"guide", "workbook", "event", "page", "note"} {
			front := "+++\ntitle = 'A " + quote + "'\nsummary = 'B " + quote + "'\ncontent_notes = ['" + quote + "']\n[[image]]\nsrc = \"door.svg\"\nalt = 'A door that says " + quote + "'\ncaption = '" + quote + "'\n"
			if kind == "event" {
				front = strings.Replace(front, "[[image]]", "role = \"host\"\nrefusal = 'You may say "+quote+"'\naccess = ['"+quote+"']\n[[image]]", 1)
			}
			lay("content/"+tag+"/"+kind+"s/door.svg", picture)
			lay("content/"+tag+"/"+kind+"s/"+kind+".md", front+"+++\n\n"+strings.ReplaceAll(
				"> WORDS\n\n> ### WORDS\n>\n> - WORDS\n>   - WORDS\n>\n> :::note\n> WORDS\n> :::\n\n"+
					"<blockquote>\n\nWORDS\n\n</blockquote>\n\nHe said <q>WORDS</q> once.\n\nShe said: “WORDS” Then «WORDS», \"WORDS\", „WORDS“ and ‘WORDS’ or 'WORDS' too.\n\n- A list: “WORDS”\n\n| A | B |\n|---|---|\n| “WORDS” | [WORDS]{own-words} |\n\n"+
					"We say [WORDS]{.own-words} and *[WORDS]{own-words}*.\n\n## WORDS {own-words}\n\n:::own-words\nWORDS\n\n- WORDS\n:::\n\n::::own-words\n:::note\nWORDS\n:::\n::::\n\n"+
					":::pull-quote {from=\"s-1\"}\nWORDS\n:::\n\nA note.[^1]\n\n[^1]: “WORDS”\n", "WORDS", words))
		}
	}
	result, err := build.Run(context.Background(), build.Options{Source: dir, ConfigFile: "handrail.toml",
		Today: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Checks: checks.All()}, func(string, []byte, []string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range result.Findings {
		if f.Severity != finding.Info && f.Severity != finding.Ask {
			found[f.File+" "+f.Rule] = fmt.Sprintf("%d:%d %s", f.Line, f.Col, f.Message)
		}
	}
	return found
}
