package lang

import "slices"

// PluralCategories lists the CLDR plural categories that whole numbers fall
// into in the language, in CLDR's order. Interface words with a count need a
// text for each.
func (l Language) PluralCategories() []string {
	found := map[string]bool{}
	for n := range 201 { // every rule for whole numbers repeats within this
		found[l.Plural(n)] = true
	}
	found[l.Plural(1_000_000)] = true // Spanish, French and Portuguese "many"
	var categories []string
	for _, c := range []string{"zero", "one", "two", "few", "many", "other"} {
		if found[c] {
			categories = append(categories, c)
		}
	}
	return slices.Clip(categories)
}
