package prose

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSuppressions makes the table of abbreviations, or sees that it is what
// CLDR says.
func TestSuppressions(t *testing.T) {
	var b strings.Builder
	for _, tag := range []string{"de", "en", "es", "fr", "it", "pt", "ru"} {
		data, err := os.ReadFile(filepath.Join(*npm, "cldr-segments-full", "segments", tag, "suppressions.json"))
		if err != nil {
			t.Skip("CLDR is not here; install the package and give -npm")
		}
		var file struct {
			Segments struct {
				Segmentations struct {
					SentenceBreak struct {
						Standard []struct{ Suppression string }
					}
				}
			}
		}
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(tag, err)
		}
		var list []string
		for _, s := range file.Segments.Segmentations.SentenceBreak.Standard {
			list = append(list, s.Suppression)
		}
		slices.Sort(list)
		b.WriteString(tag + ": " + strings.Join(list, "|") + "\n")
	}
	const name = "data/suppressions.txt"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != suppressions {
		t.Error(name + " is out of date; run this test with -update")
	}
}
