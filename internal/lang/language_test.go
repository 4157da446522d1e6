package lang

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func parse(t *testing.T, tag string) Language {
	t.Helper()
	l, err := Parse(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestParse(t *testing.T) {
	for tag, want := range map[string]struct{ tag, autonym, dir, script string }{
		"en":          {"en", "English", "ltr", "Latn"},
		"EN-us":       {"en-US", "American English", "ltr", "Latn"},
		"es-419":      {"es-419", "Español latinoamericano", "ltr", "Latn"},
		"pt-br":       {"pt-BR", "Português (Brasil)", "ltr", "Latn"},
		"ar":          {"ar", "العربية", "rtl", "Arab"},
		"ar-EG":       {"ar-EG", "العربية", "rtl", "Arab"},
		"zh":          {"zh", "中文", "ltr", "Hans"},
		"zh-hans":     {"zh-Hans", "简体中文", "ltr", "Hans"},
		"zh-Hant-TW":  {"zh-Hant-TW", "繁體中文", "ltr", "Hant"},
		"ht":          {"ht", "Kreyòl ayisyen", "ltr", "Latn"},
		"vi":          {"vi", "Tiếng Việt", "ltr", "Latn"},
		"am":          {"am", "አማርኛ", "ltr", "Ethi"},
		"hi":          {"hi", "हिन्दी", "ltr", "Deva"},
		"en-simple":   {"en-simple", "English (easy to read)", "ltr", "Latn"},
		"en-x-simple": {"en-x-simple", "English", "ltr", "Latn"},
		"ckb":         {"ckb", "کوردیی ناوەندی", "rtl", "Arab"},
		"prs":         {"prs", "دری", "rtl", "Arab"},
		"yi":          {"yi", "ייִדיש", "rtl", "Hebr"},
		"pa-PK":       {"pa-PK", "پنجابی", "rtl", "Arab"},
		"pa-Arab":     {"pa-Arab", "پنجابی", "rtl", "Arab"},
		"ku-Latn-IQ":  {"ku-Latn-IQ", "Kurdî", "ltr", "Latn"},
	} {
		l := parse(t, tag)
		if l.Tag != want.tag || l.Autonym != want.autonym || l.Dir != want.dir || l.Script != want.script {
			t.Errorf("%s: %q %q %q %q, want %q", tag, l.Tag, l.Autonym, l.Dir, l.Script, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for tag, want := range map[string]string{
		"":        "`` is not a language tag; write one like en, es or pt-BR",
		"spanish": "`spanish` is not a language tag; write one like en, es or pt-BR",
		"en_US":   "`en_US` is not a language tag; write one like en, es or pt-BR",
		"../en":   "`../en` is not a language tag; write one like en, es or pt-BR",
		"und":     "`und` is not a language tag; write one like en, es or pt-BR",
		"xx":      "`xx` is not a known language; write its tag, for example en, es or ar",
		"x-mine":  "`x-mine` does not say which language it is; write a tag like en, es or pt-BR",
	} {
		if _, err := Parse(tag); err == nil || err.Error() != want {
			t.Errorf("%q: %v", tag, err)
		}
	}
}

// testdata/locales.json holds what ICU 78 (CLDR 48) says of 44 tags.
func TestAgreesWithCLDR(t *testing.T) {
	data, err := os.ReadFile("testdata/locales.json")
	if err != nil {
		t.Fatal(err)
	}
	var locales map[string]struct {
		Autonym, Script string
		Plurals         map[string]string
	}
	if err := json.Unmarshal(data, &locales); err != nil {
		t.Fatal(err)
	}
	// ICU falls back to English names for these, or names a variant as its language.
	ours := []string{"ht", "hmn", "mam", "quc", "kek", "en-simple", "pt-PT"}
	for tag, want := range locales {
		l := parse(t, tag)
		if l.Script != want.Script {
			t.Errorf("%s: script %q, want %q", tag, l.Script, want.Script)
		}
		if !slices.Contains(ours, tag) && !strings.EqualFold(l.Autonym, want.Autonym) {
			t.Errorf("%s: autonym %q, want %q", tag, l.Autonym, want.Autonym)
		}
		for count, category := range want.Plurals {
			n, err := strconv.Atoi(count)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Plural(n); got != category {
				t.Errorf("%s: %d is %q, want %q", tag, n, got, category)
			}
		}
	}
	if len(locales) != 44 {
		t.Errorf("%d locales, want 44", len(locales))
	}
}

func TestOwnTables(t *testing.T) {
	full := []string{"en", "es", "ar", "fr", "pt", "de", "it", "nl", "ru", "zh", "ko", "vi", "am", "hi", "ht"}
	for _, tag := range full {
		if records()[tag] == nil {
			t.Errorf("%s has no data in full", tag)
		}
	}
	for tag, r := range records() {
		if !strings.Contains(r.YearMonth, "{month}") || !strings.Contains(r.YearMonth, "{year}") {
			t.Errorf("%s: year_month %q", tag, r.YearMonth)
		}
		if months := slices.Compact(slices.Sorted(slices.Values(r.Months))); len(months) != 12 {
			t.Errorf("%s: a month twice", tag)
		}
	}
	for tag, name := range names() {
		l := parse(t, tag)
		if l.Tag != tag || l.Script == "" || name == "" {
			t.Errorf("%s: tag %q, script %q, name %q", tag, l.Tag, l.Script, name)
		}
		// A name in the wrong script is a slip of the table.
		for _, r := range name {
			table := unicode.Scripts[map[string]string{"Arab": "Arabic", "Cyrl": "Cyrillic", "Hebr": "Hebrew", "Deva": "Devanagari", "Latn": "Latin"}[l.Script]]
			if table != nil && unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) && !unicode.Is(table, r) {
				t.Errorf("%s: %q in %q is not of its script", tag, r, name)
			}
		}
	}
	for tag := range scripts() {
		parse(t, tag)
	}
}

func TestParents(t *testing.T) {
	for tag, want := range map[string][]string{
		"en":          {"en"},
		"zh-Hant-TW":  {"zh-Hant-TW", "zh-Hant", "zh"},
		"en-x-simple": {"en-x-simple", "en"},
	} {
		if got := parse(t, tag).Parents(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", tag, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, tag := range []string{"en", "zh-Hant-TW", "en-x-simple", "i-klingon", "de-u-co-phonebk", "sr_Latn", "-", "ar-EG", "pa-Arab"} {
		f.Add(tag, 3)
	}
	f.Fuzz(func(t *testing.T, tag string, n int) {
		l, err := Parse(tag)
		if err != nil {
			return
		}
		if l.Tag == "" || l.Autonym == "" || l.Dir != "ltr" && l.Dir != "rtl" || l.Plural(n) == "" || l.Number(n) == "" {
			t.Errorf("%q: %+v", tag, l)
		}
		if again, err := Parse(l.Tag); err != nil || again.Tag != l.Tag {
			t.Errorf("%q becomes %q, which becomes %q (%v)", tag, l.Tag, again.Tag, err)
		}
		if l.Order()(tag, l.Tag) == 0 && tag != l.Tag {
			t.Errorf("%q and %q are one", tag, l.Tag)
		}
	})
}

func TestPluralCategories(t *testing.T) {
	for tag, want := range map[string]string{"en": "one other", "es": "one many other", "ar": "zero one two few many other", "ru": "one few many", "vi": "other"} {
		if got := strings.Join(parse(t, tag).PluralCategories(), " "); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
