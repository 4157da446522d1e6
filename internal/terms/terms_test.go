package terms

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"handrail/internal/source"
)

// found lists what is found in a text: the word as it stands there.
func found(t *testing.T, tag, text string) string {
	t.Helper()
	lists, problems := For([]string{tag}, nil, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var words []string
	for _, m := range lists[tag].Find(text) {
		words = append(words, text[m.Begin:m.End])
	}
	return strings.Join(words, "|")
}

// TestForms: a word is found however a writer writes it, and what only looks
// like it is not.
func TestForms(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		// Spaces, hyphens, capitals, plurals, possessives.
		{"en", "We work against modern-day slavery.", "modern-day slavery"},
		{"en", "We work against modern day slavery and Modern slavery.", "modern day slavery"},
		{"en", "Modern slavery is near.", "Modern slavery"},
		{"en", "MODERN-DAY SLAVERY IS NEAR", "MODERN-DAY SLAVERY"},
		{"en", "modern‑day\u00a0slavery", "modern‑day\u00a0slavery"},
		{"en", "The slaves' homes, a sex slave's bed, ex-slaves.", "slaves|sex slave's|ex-slaves"},
		{"en", "child prostitutes and teen prostitution", "child prostitutes|teen prostitution"},
		{"en", "She fell prey to him; he preys on them.", "prey|preys on"},
		{"en", "Women and girls come here.", "Women and girls"},
		// What the word only counts with.
		{"en", "We rescue victims.", "rescue|victims"},
		{"en", "We rescued her from a trafficker.", "rescued"},
		{"en", "Save the girls! Save this page to your phone.", "Save the girls"},
		{"en", "We set the women free. Take a free copy.", ""},
		{"en", "We set women free.", "set women free"},
		{"en", "The johns paid. John paid.", "johns"},
		{"en", "A broken girl with a broken arm and a broken chair.", "broken girl"},
		{"en", "Girls for sale. A house for sale.", "Girls for sale"},
		{"en", "people that were sold", "people that were"},
		{"en", "Give a voice to those who were sold.", "Give a voice to"},
		{"en", "A screen reader gives a voice to the text.", ""},
		{"en", "You are safe now.", "You are safe now"},
		{"en", "What’s wrong with you?", "What’s wrong with you"},
		{"en", "We are abolitionists. The abolition of the slave trade took a century.", "abolitionists"},
		{"en", "Held in bondage, in debt bondage, in shackles.", "bondage|shackles"},
		{"en", "The victims were broken. The lines were broken. Add a test for a broken child process.", "victims were broken"},
		{"en", "She was smuggled across the border and forced to work.", "smuggled"},
		// What is right.
		{"en", "She and her brother, he and his sister, they themselves.", ""},
		{"en", "The slave trade ended. Birds of prey. The supply chain. A crime victim has rights.", ""},
		{"en", "Men, women and girls work here.", ""},
		{"en", "debt bondage holds people", ""},
		{"en", "Smuggling is a crime against a border, and trafficking is one against a person.", ""},
		{"en", "Press the exit button to leave this page. The kettle has a date.", ""},
		// Names and laws.
		{"en", "The Modern Slavery Act 2015 asks for this.", ""},
		{"en", "Modern Slavery Act 2015", ""},
		{"en", "under the Trafficking Victims Protection Act", ""},
		{"en", "the Convention against modern slavery", ""},
		{"en", "Anti-Slavery International and Victim Support wrote to us.", ""},
		{"en", "Stop Modern Slavery Today", "Modern Slavery"},
		{"en", "Victim of what?", "Victim"},
		{"en", "Act now for a victim. Bill was a victim.", "victim|victim"},
		{"es", "La esclavitud moderna. Rescataron a las mujeres.", "esclavitud moderna|Rescataron"},
		{"es", "Los inmigrantes ilegales y las víctimas. LAS VICTIMAS", "inmigrantes ilegales|víctimas|VICTIMAS"},
		{"es", "la Ley 26.842 de prevención de la trata y asistencia a sus víctimas", ""},
		{"es", "Guarda esta página. Un jarrón roto.", ""},
		{"ar", "والمهاجرين غير الشرعيين", "والمهاجرين غير الشرعيين"},
		{"ar", "للضحايا وبالضحيّة", "للضحايا|وبالضحيّة"},
		{"ar", "العبوديّة الحديثة", "العبوديّة الحديثة"},
		{"ar", "هذا باب المنزل", ""},
		{"fr", "les victimes de l'esclavage moderne", ""},
		{"en-GB", "modern-day slavery", "modern-day slavery"},
	} {
		if got := found(t, c.tag, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.tag, c.text, got, c.want)
		}
	}
}

// TestEveryTermFound: each form of each word in each list is found where it
// stands beside a word that it counts with, as that word.
func TestEveryTermFound(t *testing.T) {
	for tag := range brought() {
		lists, _ := For([]string{tag}, nil, nil)
		for _, term := range lists[tag].Terms {
			if term.Why == "" || term.Instead == "" || term.Source == "" || len(term.Forms) == 0 ||
				term.Level != Fail && term.Level != Warn && term.Level != Note {
				t.Errorf("%s: %q lacks something", tag, term.Term)
			}
			for _, form := range term.Forms {
				var words []string
				for _, w := range strings.Fields(form) {
					one, _, _ := strings.Cut(w, "/")
					words = append(words, one)
				}
				text := "x " + strings.Join(words, " ")
				if len(term.Near) > 0 {
					text += ", " + term.Near[0]
				}
				hit := false
				for _, m := range lists[tag].Find(text) {
					hit = hit || m.Term == term
				}
				if !hit {
					t.Errorf("%s: the form %q of %q is not found in %q", tag, form, term.Term, text)
				}
			}
		}
	}
}

// TestPronounsStay: no list ever asks about a pronoun.
func TestPronounsStay(t *testing.T) {
	for tag, text := range map[string]string{
		"en": "she her hers he him his they them their we us it who whoever herself himself",
		"es": "ella él ellas ellos su sus nosotras nosotros quien",
		"ar": "هي هو هم هن نحن أنتم",
	} {
		if got := found(t, tag, text); got != "" {
			t.Errorf("%s: %q", tag, got)
		}
	}
}

func withOwn(text string, tags ...string) (Lists, string) {
	lists, problems := For(tags, []string{"page", "workbook"}, source.NewFile("terms.toml", []byte(text)))
	var said []string
	for _, p := range problems {
		said = append(said, fmt.Sprintf("%d:%d %s [%s]", p.At.Line, p.At.Col, p.Message, p.Rule))
	}
	return lists, strings.Join(said, "\n")
}

// TestOwn: a network adds a word, changes one, takes one out.
func TestOwn(t *testing.T) {
	lists, problems := withOwn(`
[[term]]
term = "guest worker"
forms = ["guest worker", "guest labour/labor"]
why = "a guest is not paid"
instead = "worker"
level = "fail"
source = "our spring meeting, 2026"

[[term]]
term = "Modern day slavery"
level = "note"

[[term]]
term = "survivor"
level = "off"

[[term]]
lang = "es"
term = "esclavo"
why = "w"
instead = "i"
level = "warn"
`, "en", "es")
	if problems != "" {
		t.Fatal(problems)
	}
	levels := ""
	for _, m := range lists["en"].Find("guest workers, guest labor, modern-day slavery, survivors, victims") {
		levels += string(m.Term.Level) + " "
	}
	if levels != "fail fail note warn " {
		t.Errorf("levels: %s", levels)
	}
	if m := lists["es"].Find("un esclavo"); len(m) != 1 || m[0].Term.Why != "w" {
		t.Errorf("the network's own word does not come first: %v", m)
	}
}

func TestOwnProblems(t *testing.T) {
	whole := "why = \"w\"\ninstead = \"i\"\nlevel = \"warn\"\n"
	for text, want := range map[string]string{
		"[[term]]\nterm = \"victim\"\nlevl = \"off\"":                                                         "3:1 `term.levl` is not a known key; did you mean `term.level`? [front/unknown-key]",
		"[[term]]\nterm = \"victim\"\nlevel = \"loud\"":                                                       "1:1 `term.level` of \"victim\" cannot be \"loud\" [front/value]",
		"[[term]]\nterm = \"guest\"\nlevel = \"warn\"":                                                        "1:1 the word \"guest\" is not in the list yet, so it needs a `why`, an `instead` and a `level` [front/value]",
		"[[term]]\nterm = \"vctim\"\nlevel = \"off\"":                                                         "1:1 there is no word \"vctim\" in the list, so it cannot be taken out [front/value]",
		"[[term]]\nlang = \"de\"\nterm = \"Opfer\"\n" + whole:                                                 "1:1 the word \"Opfer\" is for the language \"de\", which is not one of the site's [front/value]",
		"[[term]]\nterm = \"guest\"\nforms = [\"...\"]\n" + whole:                                             "1:1 a form of the word \"guest\" holds no word [front/value]",
		"[[term]]\nterm = \"guest\"\nforms = [\"a b c d e f g h i\"]\n" + whole:                               "1:1 a form of the word \"guest\" is too long to look for [front/value]",
		"[[term]]\nterm = \"guest\"\nforms = [\"a/b/c/d/e a/b/c/d/e a/b/c/d/e a/b/c/d/e a/b/c/d\"]\n" + whole: "1:1 a form of the word \"guest\" is too long to look for [front/value]",
		"[[term]]\nwhy = \"w\"":                                                                               "1:1 `term.term` is missing [front/missing-field]",
		"[[term]]\nterm = \"...\"\n" + whole:                                                                  "1:1 a form of the word \"...\" holds no word [front/value]",
		"[[term]]\nterm = \"victim\"\nkinds = [\"workbok\"]":                                                  "1:1 there is no kind of page called \"workbok\" [front/value]",
		"words = 1": "1:1 `words` is not a known key [front/unknown-key]",
	} {
		if _, got := withOwn(text, "en"); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestInTime: the time grows with the text, whatever is in it.
func TestInTime(t *testing.T) {
	lists, _ := For([]string{"en", "ar"}, nil, nil)
	for tag, texts := range map[string][]string{
		"en": {"victim ", "rescue ", "sex work or sex ", "save the ", "Modern Slavery ", "a-", "prey on "},
		"ar": {"وال", "ضحية ", "مهاجر غير "},
	} {
		for _, text := range texts {
			text = strings.Repeat(text, 2_000_000/len(text))
			start := time.Now()
			lists[tag].Find(text)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%q… took %v", text[:20], took)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	lists, _ := For([]string{"en"}, nil, nil)
	text := strings.Repeat("The older cook said that the wages came late, and that the book had every day in it. ", 59)[:5000]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		lists["en"].Find(text)
	}
}

// TestManySlashes: spellings double with each slash, and a long name must not
// keep a build from ending.
func TestManySlashes(t *testing.T) {
	name := strings.Repeat("this/that ", 60)
	if found := Own("en", []string{name, "worker"}).Find("A worker said " + strings.ReplaceAll(name, "/", " ")); len(found) != 2 {
		t.Errorf("%d words were found", len(found))
	}
}
