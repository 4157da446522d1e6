package lang

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"handrail/internal/lang"
)

// eight are the languages of the vectors.
func eight(t *testing.T) []lang.Language {
	t.Helper()
	var all []lang.Language
	for _, tag := range []string{"en", "es", "fr", "de", "pt", "it", "nl", "ru"} {
		l, err := lang.Parse(tag)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// TestForeign puts each long passage of the vectors on a page of each language:
// on its own it is silent, on every other it is found.
func TestForeign(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/readability/vectors.json")
	if err != nil {
		t.Skip("the vectors are not beside this folder")
	}
	var vectors struct {
		Texts []struct{ ID, Lang, Text string }
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	languages := eight(t)
	j := newJudge(languages)
	total, right := 0, 0
	for _, text := range vectors.Texts {
		if text.ID == "en-09" || text.ID == "en-13" || text.ID == "en-15" {
			continue
		}
		for _, s := range strings.FieldsFunc(text.Text, func(r rune) bool { return strings.ContainsRune(".!?", r) }) {
			if len(strings.Fields(s)) < fewest {
				continue
			}
			total++
			sound := true
			for _, page := range languages {
				in, found := j.foreign(s, page)
				if found && in.Tag != text.Lang {
					t.Errorf("%s on a page in %s is taken for %s: %q", text.ID, page.Tag, in.Tag, s)
				}
				if found != (page.Tag != text.Lang) {
					t.Logf("%s on a page in %s: %v %q", text.ID, page.Tag, found, s)
					sound = false
				}
			}
			if sound {
				right++
			}
		}
	}
	t.Logf("%d of %d", right, total)
	if total != 107 || right < 105 {
		t.Errorf("%d of %d passages are right on every page, want 105 of 107", right, total)
	}
}

// TestQuiet: names, code and citations are in no language.
func TestQuiet(t *testing.T) {
	data, err := os.ReadFile("testdata/quiet.txt")
	if err != nil {
		t.Fatal(err)
	}
	languages := eight(t)
	j := newJudge(languages)
	n := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for _, page := range languages {
			if page.Script != "Latn" {
				continue // on such a page all of these look foreign, and are
			}
			if in, found := j.foreign(line, page); found {
				t.Errorf("on a page in %s this is taken for %s: %q", page.Tag, in.Tag, line)
			}
		}
	}
	if n < 25 {
		t.Errorf("only %d passages", n)
	}
}
