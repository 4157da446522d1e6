package link

import "testing"

func TestSaysNothing(t *testing.T) {
	for _, c := range []struct {
		tag, words string
		want       bool
	}{
		{"en", "here", true},
		{"en", "Click Here!", true},
		{"en-GB", "» read   more …", true},
		{"en", "→", true},
		{"en", "Learn more about pay slips", false},
		{"en", "how we answer", false},
		{"en", "aquí", false},
		{"es", "Haz clic aquí.", true},
		{"es-MX", "¡Más información!", true},
		{"es", "más sobre los recibos", false},
		{"ar", "اضغط هنا", true},
		{"ar", "المزيد…", true},
		{"ar", "كيف نجيب", false},
		{"fr", "Plus d’infos", true},
		{"ko", "여기", false}, // no table for it yet
	} {
		if got := saysNothing(c.tag, c.words); got != c.want {
			t.Errorf("%s: %q: %v, wanted %v", c.tag, c.words, got, c.want)
		}
	}
}
