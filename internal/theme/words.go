package theme

import (
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/source"
)

// A catalog is the interface words of one language: a text for each key, or
// one for each plural category. "{n}" and other names in braces are filled in.
type catalog map[string]map[string]string

// sourceLanguage is the language the theme is written in. A word that is not
// translated is shown in it, and a finding says so.
const sourceLanguage = "en"

// functions are what layouts can call beside the methods of their view.
var functions = template.FuncMap{
	"join": strings.Join,
	"add":  func(a, b int) int { return a + b },
	"dict": dict,
}

// dict makes a map of pairs, so that a layout can hand several things to a part.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("dict needs a value for each name")
	}
	m := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict needs names that are words")
		}
		m[name] = pairs[i+1]
	}
	return m, nil
}

// loadWords reads i18n/<lang>.toml.
func (t *Theme) loadWords(layers Layers) ([]finding.Problem, error) {
	files, err := layers.list("i18n")
	if err != nil {
		return nil, err
	}
	var problems []finding.Problem
	// A layer may change one word and keep the rest, so all layers are read,
	// the lowest one first.
	for _, layer := range slices.Backward(layers) {
		for _, file := range files {
			data, err := Layers{layer}.read(file)
			if err != nil || path.Ext(file) != ".toml" {
				continue
			}
			f := source.NewFile(path.Join(layer.Path, file), data)
			table, found := fields.ParseTOML(f, 0, len(data))
			for i := range found {
				found[i].Rule = "theme/words"
			}
			problems = append(problems, found...)
			if table != nil {
				problems = append(problems, notWords(table)...)
				t.add(strings.TrimSuffix(path.Base(file), ".toml"), table)
			}
		}
	}
	return problems, nil
}

// categories are the forms that a number can ask for.
// https://cldr.unicode.org/index/cldr-spec/plural-rules
var categories = []string{"zero", "one", "two", "few", "many", "other"}

// notWords are values of a file of words that are neither a text nor texts by
// plural category.
func notWords(table *fields.Table) []finding.Problem {
	var problems []finding.Problem
	for _, e := range table.Entries {
		ok := e.Value.Type == fields.String
		if e.Value.Table != nil {
			_, ok = e.Value.Table.Find("other")
			for _, form := range e.Value.Table.Entries {
				if !slices.Contains(categories, form.Key) {
					problems = append(problems, finding.Problem{At: form.At, Rule: "theme/words",
						Message: fmt.Sprintf("there is no form of a number called `%s`", fields.Shown(form.Key)),
						Fix:     "Choose from zero, one, two, few, many and other."})
				}
			}
		}
		if !ok {
			problems = append(problems, finding.Problem{At: e.At, Rule: "theme/words",
				Message: fmt.Sprintf("`%s` is not a text", fields.Shown(e.Key)),
				Fix:     `Write the words between quotation marks, or one text for each plural, such as {one = "…", other = "…"}.`})
		}
	}
	return problems
}

// add puts the words of a file over those that are there.
func (t *Theme) add(tag string, table *fields.Table) {
	if t.words[tag] == nil {
		t.words[tag] = catalog{}
	}
	for _, e := range table.Entries {
		forms := map[string]string{}
		if e.Value.Table == nil {
			forms["other"] = e.Value.Str
		} else {
			for _, form := range e.Value.Table.Entries {
				forms[form.Key] = form.Value.Str
			}
		}
		t.words[tag][e.Key] = forms
	}
}

// forms returns the texts of a key as readers of a language see it: the
// language's own, else those of the nearest one it falls back to, such as es for
// es-MX and en for en-simple. It is nil where there are none.
func (t *Theme) forms(language lang.Language, key string) map[string]string {
	for _, tag := range language.Parents() {
		if forms := t.words[tag][key]; forms != nil {
			return forms
		}
	}
	return nil
}

// Missing lists the keys that a language lacks, or lacks a plural form of,
// sorted. An unknown language lacks them all.
func (t *Theme) Missing(language lang.Language) []string {
	var missing []string
	categories := language.PluralCategories()
	for key, forms := range t.words[sourceLanguage] {
		own := t.forms(language, key)
		if own == nil {
			missing = append(missing, key)
			continue
		}
		if len(forms) == 1 {
			continue
		}
		for _, category := range categories {
			if own[category] == "" {
				missing = append(missing, key+"."+category)
			}
		}
	}
	slices.Sort(missing)
	return missing
}

// Unsaid reports each language whose words are not complete. At is the place
// where the languages of the site are named.
func (t *Theme) Unsaid(languages []lang.Language, at source.Place) []finding.Problem {
	var problems []finding.Problem
	for _, l := range languages {
		missing := t.Missing(l)
		if len(missing) == 0 {
			continue
		}
		file := path.Join("themes", t.Name, "i18n", l.Plain().Tag+".toml")
		problem := finding.Problem{At: at, Rule: "theme/words-missing"}
		if len(missing) > 2*shownKeys {
			problem.Message = fmt.Sprintf("the words around the pages are not there in %s (%s), so a page would speak two languages", l.Autonym, l.Tag)
			problem.Fix = "Write them in " + file + ". The words in English are in the theme's i18n/en.toml, and `handrail explain theme/words-missing` says which forms of a number a language needs."
		} else {
			problem.Message = fmt.Sprintf("words around the pages are not there in %s (%s): %s", l.Autonym, l.Tag, strings.Join(missing[:min(len(missing), shownKeys)], ", "))
			if more := len(missing) - shownKeys; more > 0 {
				problem.Message += fmt.Sprintf(" and %d more", more)
			}
			problem.Fix = "Add them in " + file + ". A word with a number needs these forms: " + strings.Join(l.PluralCategories(), ", ") + "."
		}
		problems = append(problems, problem)
	}
	return problems
}

// shownKeys is how many missing words a message names.
const shownKeys = 6

// Text returns an interface word in a language, with names filled in:
// Text(es, "reading_time", "n", 5). A number called n chooses the plural form. A
// text that is filled in cannot turn the words around it.
func (t *Theme) Text(language lang.Language, key string, pairs ...any) (string, error) {
	forms := t.forms(language, key)
	if forms == nil {
		if forms = t.words[sourceLanguage][key]; forms == nil {
			return "", fmt.Errorf("the theme has no word called %q", key)
		}
	}
	text := forms["other"]
	var replacements []string
	for i := 0; i+1 < len(pairs); i += 2 {
		name, value := fmt.Sprint(pairs[i]), ""
		if n, isNumber := pairs[i+1].(int); isNumber {
			value = language.Number(n)
			if form := forms[language.Plural(n)]; name == "n" && form != "" {
				text = form
			}
		} else {
			value = language.Isolate(fmt.Sprint(pairs[i+1]))
		}
		replacements = append(replacements, "{"+name+"}", value)
	}
	return strings.NewReplacer(replacements...).Replace(text), nil
}
