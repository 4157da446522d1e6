package prose

import (
	"slices"
	"strings"
	"testing"
)

// sentencesOf divides one block and returns the sentences as text.
func sentencesOf(tag, text string) []string {
	var list []string
	for _, s := range Of(tag).Sentences(nil, text) {
		list = append(list, s.In(text))
	}
	return list
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ tag, text string }{
		{"en", "Ask Dr. Lane or Mrs. Okafor.|They know the U.S. rules.|Wait."},
		{"en", "A. B. Reyes wrote it.|It costs $3.50, e.g. for tea."},
		{"en", `“Is it far?” he asked.|“No!” she said.|(It was.)|We went.`},
		{"en", "That is OK.|It meets level AA.|Ask the Rev. Lane."},
		{"es", "La Sra. Ruiz vive en la Avda. Norte.|¿Vienes? —preguntó ella.|¡Sí!|Fue en el 300 a. C. y no antes."},
		{"de", "Am 3. März kam Dr. Vogel, z. B. mit dem Rad.|Das war gut.|Wir waren 412.|Dann gingen wir."},
		{"fr", "M. Roy habite près de la rue, cf. le plan.|Il écrit : « Venez ! » et attend.|« Non ! »|Il part."},
		{"nl", "Mevr. Bos belt dhr. Vos.|Hij komt."},
		{"ru", "Это было до н. э. в другом мире.|Пойдём домой?|Да."},
		{"ar", "هذا بيت. |هل تأتي؟|نعم!"},
		{"ja", "はい。|いいえ。"},
		{"en", "See No. 5 Elm Road and Sec. 3 Rules.|The answer is No.|We left."},
		{"en", "She knew more than I.|We slept.|Then I. Reyes came."},
		{"en", "Look at https://example.org/find?q=Tea&lang=en for more.|Then ask.|Write to ask@example.org!|Now."},
		{"en", "It is so.[1] |They said it.¹ |Good."},
		{"en", "It began on Oct. 5 and ended on Tues. Maria came.|We had 3.5 hours.|Really?!|Yes..."},
		{"en", "We went… and came back.|“Why…?” he asked.|‘Go!’ they said."},
		{"de", "Sie war 16.|Er war 17.|Am 3. März und im 2. Stock begann es.|Lies Art. 3 GG.|Fragen dieser Art.|„Kommst du?“ fragte sie.|»Nein!« rief er."},
		{"fr", "C’est un jeu.|Il voit.|Puis le 5 sept. 2020 arrive.|L’art. 3 le dit.|« Oui ? » demanda-t-il."},
		{"es", "Vive en EE. UU. desde 2019.|La pág. 12 lo dice. —¡Ven!|Llegó el Sr. R. Díaz."},
		{"pt", "O Sr. Silva e a Sra. Costa vieram, p. ex. de ônibus.|A p. 5 explica.|Acabou."},
		{"it", "Il sig. Rossi e la dott. Bianchi, ecc. sono qui.|Leggi l’art. 3 della legge.|Fine."},
		{"nl", "Dhr. A. Vos en mevr. Bos komen o.a. op 5 jan. 2021.|Dat is Jan.|“Kom je?” vroeg ze."},
		{"ru", "Он живёт на ул. Мира, д. 5, кв. 7.|А. С. Иванов ушёл.|Вот наш дом, и т. д.|Потом."},
		{"en", "Smith v. Lane was heard.|See vol. 2, no. 4.|Acme Co. Cleaning pays.|J.K. Lane left."},
		{"fr", "J.-P. Roy et l’art. 5 de la loi, d'env. 20 pages.|Fin."},
		{"it", "L’avv. Neri cita l’art. 3 e dell’ing. Po.|Fine."},
		{"de", "Dr. med. Vogel kommt."},
		{"en", "She lives in Apt. 4 now.|It is apt.|Dr. Lane knows."},
		{"fr", "Mlle. Roy et Mme. Ba viennent.|Fin."},
		{"ar", "وصل د. سالم.|جلسنا."},
		{"ht", "Dr. Lane rive.|Li chita."},
		{"vi", "TS. Nam đến.|Chúng tôi ngồi."},
		{"pt", "Mora na av. Central.|Sim."},
		{"en", ""},
		{"en", "No full stop at all"},
	} {
		var want []string
		for _, s := range strings.Split(c.text, "|") {
			if s != "" {
				want = append(want, strings.TrimSpace(s))
			}
		}
		joined := strings.ReplaceAll(c.text, "|", " ")
		if got := sentencesOf(c.tag, joined); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.tag, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	text := "Well-known, “one-on-one” talks—and/or $2,500 at 10:30; don’t & -- … 3.2?\u00a0Fin ❤️ e\u0301 50% a@b.org #2"
	want := []string{"Well-known", "one-on-one", "talks", "and/or", "2,500", "at", "10:30", "don’t", "3.2", "Fin", "e\u0301", "50", "a@b.org", "2"}
	var got []string
	for s := range Words(text) {
		got = append(got, s.In(text))
	}
	if !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestSyllables(t *testing.T) {
	for tag, words := range map[string]string{
		"en": "the1 tea1 worker2 people2 basically3 recruitment3 debts1 wages2 asked1 handled2 couldn't2 they'll1 it'll2 boss's2 " +
			"one-on-one3 McCain2 TVPA4 café2 rhythm2 reorganized4 homeless2 unforgivingly5 2019:1 cooperatives4",
		"es": "casa2 países3 María3 cigüeña3 quien1 guerra2 averiguáis4 prohibir2 prohíbe3 ahora3 búho2 truhan1 ahumado3 cacahuete4 vehículo4 chiita3 oíais3 ruido2 y1 reunión2 oír2 baúl2",
		"fr": "école2 femme1 souvent2 trouvent1 jusqu'à2 l'argent2 eau1 théâtre2 fille1 question2 travail2 appartement4 pays2 client2 ouvrier3 oublie2 radio2 maïs2 œil1 août1 mangeons2",
		"de": "Haus1 Häuser2 Familie4 Ferien3 Quelle2 Arbeit2 Nation3 schien1 neue2 Straße2 Museum3 Ideen3 Asien3 Patient3 verdient2 beenden3 Beeren2 geehrt2 Yoga2",
		"pt": "não1 dia2 história3 sair2 ainda3 rainha3 água2 quatro2 muito2 você2 trabalho3 põe1 praia2 cheia2 maio2 viajar3 criança3 região3 juiz2 ruim2 caiu2 quando2 construir3",
		"it": "ciao2 mio2 casa2 città2 guerra2 perché2 lavoro3 acqua2 aiuto3 giusto2 può1 paura3 polizia4 energia4 storia2",
		"nl": "huis1 reünie3 ijs1 bureau2 mooie2 werk1 quiz1 vrouwen2 museum3 naïef2 geëerd2 station2 België3",
		"ru": "в0 дом1 работа3 моего3 её2",
	} {
		for entry := range strings.FieldsSeq(words) {
			word, want := strings.TrimSuffix(entry[:len(entry)-1], ":"), int(entry[len(entry)-1]-'0')
			if got := Of(tag).Syllables(word); got != want {
				t.Errorf("%s: %s has %d syllables, want %d", tag, word, got, want)
			}
		}
	}
}

func TestScores(t *testing.T) {
	enough := Counts{Sentences: 12, Words: 120, Syllables: 180, Letters: 560, Characters: 560, LongWords: 20, Polysyllables: 12, Monosyllables: 80}
	for _, c := range []struct {
		tag    string
		counts Counts
		names  string
		reason string
	}{
		{"en-US", enough, "flesch flesch_kincaid smog ari coleman_liau lix rix forcast", ""},
		{"es", enough, "szigriszt_pazos fernandez_huerta lix rix", ""},
		{"fr-CA", enough, "kandel_moles lix rix", ""},
		{"de", enough, "amstad wiener_sachtextformel_1 lix rix", ""},
		{"it", enough, "gulpease lix rix", ""},
		{"pt-PT", enough, "martins lix rix", ""},
		{"nl", enough, "douma lix rix", ""},
		{"ru", enough, "oborneva lix rix", ""},
		{"ar", enough, "", "no settled formula"},
		{"ht", enough, "", "no settled formula"},
		{"zh-Hant", enough, "", "does not put spaces"},
		{"en", Counts{Sentences: 12, Words: 99}, "", "99 words"},
		{"en", Counts{Sentences: 9, Words: 120}, "", "9 sentences"},
		{"en", Counts{}, "", "0 words"},
	} {
		scores, reason := Of(c.tag).Scores(c.counts)
		var names []string
		for _, s := range scores {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, " "); got != c.names || !strings.Contains(reason, c.reason) || (reason == "") != (c.reason == "") {
			t.Errorf("%s: scores %q, reason %q; want %q and %q", c.tag, got, reason, c.names, c.reason)
		}
	}
	if got := Szigriszt(enough); got < 103.3 || got > 103.4 { // 206.835 - 62.3 × 1.5 - 10
		t.Errorf("Szigriszt is %v", got)
	}
	if got := Gulpease(enough); got < 72.3 || got > 72.4 { // 89 + (3600 - 5600) / 120
		t.Errorf("Gulpease is %v", got)
	}
	if got := FORCAST(enough); got != 10 { // 20 - 100 / 10
		t.Errorf("FORCAST is %v", got)
	}
}

// TestBlocks: a list is as many blocks as it has items.
func TestBlocks(t *testing.T) {
	got := Blocks("Bring these:\n\n- tea\n- a pen\n  and paper\n1. One\n2. Two\n\nThe last\nparagraph.\n")
	want := []string{"Bring these:", "tea", "a pen and paper", "One", "Two", "The last paragraph."}
	if !slices.Equal(got, want) {
		t.Errorf("blocks %q, want %q", got, want)
	}
	got = Blocks("# What to bring\nTea, or\n– who knows –\n14. May was warm.\n\nNext\n====\n| Who | When |\n| --- | --- |\n| Ana | at ten |\n\na) One\nb) Two\n2019. We met.\n")
	want = []string{"What to bring", "Tea, or – who knows – 14. May was warm.", "Next", "Who", "When", "Ana", "at ten", "One", "Two 2019. We met."}
	if !slices.Equal(got, want) {
		t.Errorf("blocks %q, want %q", got, want)
	}
}

// FuzzCount looks for texts that stop the reader, and for sentences that are
// out of order or lose words.
func FuzzCount(f *testing.F) {
	for _, seed := range []string{"“Is it far?” he asked. A. B. went.", "z. B. 3. März", "—¿Sí? —dijo", "\xff\xfe.", "a\u0301. B", "...\u2028 x"} {
		f.Add("de", seed)
	}
	f.Fuzz(func(t *testing.T, tag, text string) {
		l := Of(tag)
		end, words := 0, 0
		for _, s := range l.Sentences(nil, text) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("sentence %v after %d in %q", s, end, text)
			}
			end = s.End
			words += CountWords(s.In(text))
		}
		if all := CountWords(text); words < all {
			t.Fatalf("%d words in sentences, %d in %q", words, all, text)
		}
		l.CountBlock(text)
	})
}

func BenchmarkCountBlock(b *testing.B) {
	block := strings.Repeat("The foreman kept the pay slips in a drawer, and nobody asked him why. We counted hours on a wall. ", 45)
	l := Of("en")
	l.CountBlock(block)
	b.SetBytes(int64(len(block)))
	b.ReportAllocs()
	for b.Loop() {
		l.CountBlock(block)
	}
}
