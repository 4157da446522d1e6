package lang

import "testing"

func TestIsolate(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en", "The packing shed", "The packing shed"},
		{"en", "شبكة", "\u2067شبكة\u2069"},
		{"en", "شبكة (Marigold)", "\u2066شبكة (Marigold)\u2069"},
		{"ar", "شبكة", "شبكة"},
		{"ar", "Who are you?", "\u2066Who are you?\u2069"},
		{"ar", "TVPA: ما هو؟", "\u2067TVPA: ما هو؟\u2069"},
		{"ar", "555-0100", "\u2066555-0100\u2069"},
		{"ar", "12", "12"},
		{"ar", "\u2068Wren\u2069", "\u2068Wren\u2069"},
		{"he", "", ""},
	} {
		if got := parse(t, c.tag).Isolate(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}

func TestNameOf(t *testing.T) {
	for _, c := range []struct{ tag, other, want string }{
		{"en", "es", "Spanish"}, {"es", "en", "inglés"}, {"ar", "es", "الإسبانية"}, {"es", "ar", "árabe"}, {"en", "pt-BR", "Brazilian Portuguese"},
		{"ht", "en", "English"}, {"es", "mam", "Mam"}, {"en", "es-simple", "Español (lectura fácil)"},
	} {
		if got := parse(t, c.tag).NameOf(parse(t, c.other)); got != c.want {
			t.Errorf("%s calls %s %q, want %q", c.tag, c.other, got, c.want)
		}
	}
}

func TestEasy(t *testing.T) {
	easy := parse(t, "es-simple")
	if !easy.Easy() || easy.Plain().Tag != "es" || easy.Autonym != "Español (lectura fácil)" {
		t.Errorf("es-simple: %v, from %q, called %q", easy.Easy(), easy.Plain().Tag, easy.Autonym)
	}
	if plain := parse(t, "es"); plain.Easy() || plain.Plain().Tag != "es" {
		t.Error("es is taken for Easy Read")
	}
}
