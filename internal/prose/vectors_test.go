package prose

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// vectorsFile holds counted texts. It is no part of this repository, so these
// tests run where it lies beside it.
const vectorsFile = "../../../shared/readability/vectors.json"

type vectors struct {
	CountsToScore struct {
		Cases []struct {
			Counts struct{ Sentences, Words, Syllables, Letters, Characters, Polysyllables int }
			Scores map[string]json.RawMessage
		}
	} `json:"counts_to_score"`
	Syllables struct {
		Words []struct {
			Word    string
			CMUdict []int
		}
	}
	Spanish map[string]int `json:"spanish_syllables_by_hand"`
	Texts   []struct {
		ID, Lang, Text string
		Gold           struct {
			Sentences, Words int
			Syllables        *int
			KnownPart        *int     `json:"syllables_known_part"`
			Unknown          []string `json:"syllables_out_of_dictionary"`
			List             []string `json:"sentence_list"`
		}
		Spread map[string]json.RawMessage `json:"spread_over_implementations"`
	}
}

func readVectors(t *testing.T) *vectors {
	data, err := os.ReadFile(vectorsFile)
	if err != nil {
		t.Skip("the readability vectors are not beside this repository")
	}
	var v vectors
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return &v
}

func TestVectorScores(t *testing.T) {
	formulas := map[string]func(Counts) float64{"flesch_reading_ease": Flesch, "flesch_kincaid_grade": FleschKincaid,
		"smog": SMOG, "ari": ARI, "coleman_liau": ColemanLiau}
	compared := 0
	for i, c := range readVectors(t).CountsToScore.Cases {
		counts := Counts{Sentences: c.Counts.Sentences, Words: c.Counts.Words, Syllables: c.Counts.Syllables, Letters: c.Counts.Letters,
			Characters: c.Counts.Characters, Polysyllables: c.Counts.Polysyllables}
		for name, formula := range formulas {
			var want float64
			if json.Unmarshal(c.Scores[name], &want) != nil {
				t.Errorf("case %d has no %s", i, name)
			} else if got := formula(counts); math.Abs(got-want) > 1e-9 {
				t.Errorf("case %d: %s is %v, want %v", i, name, got, want)
			}
			compared++
		}
	}
	if compared < 50 {
		t.Errorf("only %d scores were compared", compared)
	}
}

func TestVectorCounts(t *testing.T) {
	texts := readVectors(t).Texts
	for _, text := range texts {
		l := Of(text.Lang)
		var c Counts
		var sentences []string
		for _, block := range Blocks(text.Text) {
			c = c.Plus(l.CountBlock(block))
			for _, s := range l.Sentences(nil, block) {
				sentences = append(sentences, s.In(block))
			}
		}
		if c.Sentences != text.Gold.Sentences || c.Words != text.Gold.Words {
			t.Errorf("%s: %d sentences and %d words, want %d and %d: %q", text.ID, c.Sentences, c.Words, text.Gold.Sentences, text.Gold.Words, sentences)
		}
		if want := text.Gold.Syllables; want != nil && c.Syllables != *want {
			t.Errorf("%s: %d syllables, want %d", text.ID, c.Syllables, *want)
		}
		if want := text.Gold.KnownPart; want != nil {
			if got := l.knownPart(text.Text, text.Gold.Unknown); got != *want {
				t.Errorf("%s: %d syllables of known words, want %d", text.ID, got, *want)
			}
		}
		if want := text.Gold.List; want != nil && !slices.Equal(sentences, want) {
			t.Errorf("%s: sentences %q, want %q", text.ID, sentences, want)
		}
		if text.ID == "en-13" {
			if scores, reason := l.Scores(c); scores != nil || !strings.Contains(reason, "56 words") {
				t.Errorf("en-13 has scores %v, reason %q; want none, because it has 56 words", scores, reason)
			}
		}
	}
	if len(texts) < 52 {
		t.Errorf("only %d texts were counted", len(texts))
	}
}

// knownPart counts the syllables of the parts of words that are in the
// dictionary.
func (l *Language) knownPart(text string, unknown []string) int {
	total := 0
	for span := range Words(text) {
		for part := range strings.FieldsFuncSeq(span.In(text), func(r rune) bool { return r == '-' || r == '/' }) {
			if !slices.Contains(unknown, strings.ToLower(part)) && !slices.Contains(unknown, strings.ToLower("$"+part)) && !slices.Contains(unknown, part+"%") {
				total += l.Syllables(part)
			}
		}
	}
	return total
}

func TestVectorSyllables(t *testing.T) {
	v := readVectors(t)
	for _, w := range v.Syllables.Words {
		if got := Of("en").Syllables(w.Word); !slices.Contains(w.CMUdict, got) {
			t.Errorf("%s: %d syllables, want one of %v", w.Word, got, w.CMUdict)
		}
	}
	for word, want := range v.Spanish {
		if got := Of("es").Syllables(word); got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
	if len(v.Syllables.Words) < 100 || len(v.Spanish) < 20 {
		t.Errorf("%d English and %d Spanish words were counted", len(v.Syllables.Words), len(v.Spanish))
	}
}
