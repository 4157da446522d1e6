package lang

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestDetectVectors: the passages of 10 words or more in eight languages, of
// which whatlanggo alone tells 105 of 107.
func TestDetectVectors(t *testing.T) {
	data, err := os.ReadFile("../../../shared/readability/vectors.json")
	if err != nil {
		t.Skip("the vectors are not beside this folder")
	}
	var vectors struct {
		Texts []struct{ ID, Lang, Text string }
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	var eight []Language
	for _, tag := range []string{"en", "es", "fr", "de", "pt", "it", "nl", "ru"} {
		eight = append(eight, parse(t, tag))
	}
	d := NewDetector(eight)
	long, short, right, shortRight, sure := 0, 0, 0, 0, 0
	for _, text := range vectors.Texts {
		if text.ID == "en-09" || text.ID == "en-13" || text.ID == "en-15" {
			continue
		}
		for _, s := range strings.FieldsFunc(text.Text, func(r rune) bool { return strings.ContainsRune(".!?", r) }) {
			n := len(strings.Fields(s))
			g := d.Guess(s)
			if n >= 5 && n < 10 {
				short++
				if g.Base == text.Lang {
					shortRight++
				}
			}
			if n < 10 {
				continue
			}
			long++
			if g.Base == text.Lang {
				right++
			} else {
				t.Logf("%s is taken for %s: %q", text.ID, g.Base, s)
			}
			if g.Sure {
				sure++
				if g.Base != text.Lang {
					t.Errorf("%s is surely taken for %s: %q", text.ID, g.Base, s)
				}
			}
		}
	}
	t.Logf("%d of %d right, %d of them surely; of 5 to 9 words %d of %d", right, long, sure, shortRight, short)
	if long != 107 || right < 105 {
		t.Errorf("%d of %d passages are right, want 105 of 107", right, long)
	}
}
