package parity

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"handrail/internal/source"
)

// page makes the parts of a page of lines such as "title: Costs" and "p: Pay."
// A line "#host: …" is a heading with that id; "## …" is one without.
func page(file string, lines ...string) []Part {
	var parts []Part
	section := ""
	for i, line := range lines {
		key, text, _ := strings.Cut(line, ": ")
		p := Part{Key: key, Text: text, At: source.Place{Path: file, Line: i + 1, Col: 1}}
		switch {
		case strings.HasPrefix(key, "#"):
			section, p.Key = key, "heading"
		case key != "p" && key != "li":
			p.Front = true
		}
		if !p.Front {
			p.Section = section
		}
		parts = append(parts, p)
	}
	return parts
}

// said writes differences in short: what the source says now, and which line of
// the translation it is about.
func said(found []Difference) []string {
	var all []string
	for _, d := range found {
		now, here := "nothing", "nowhere"
		if d.Now != nil {
			now = d.Now.Text
		}
		if d.Here != nil {
			here = fmt.Sprint(d.Here.At.Line)
		}
		how := "changed"
		if d.Was == "" {
			how = "new"
		}
		if d.Touched {
			how += " touched"
		}
		all = append(all, how+" "+here+" "+now)
	}
	return all
}

var (
	english = []string{"title: Costs", "summary: Who pays.", "p: The host pays.", "p: It pays early.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."}
	spanish = []string{"title: Costos", "summary: Quién paga.", "p: Paga la anfitriona.", "p: Paga pronto.", "#care: Cuidados", "li: Una cama", "li: Una comida", "p: Pregunta antes."}
)

func TestCompare(t *testing.T) {
	for name, c := range map[string]struct {
		source, translation []string
		want                []string
	}{
		"nothing changed": {source: english, translation: spanish},
		"other line breaks, spaces and coding of accents": {
			source:      []string{"title:  Costs ", "summary: Who\n pays.", "p: The host\tpays.", "p: It pays early.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: []string{"title: Costos", "summary: Quie\u0301n paga.", "p: Paga la anfitriona.", "p: Paga pronto.", "#care: Cuidados", "li: Una cama", "li: Una comida", "p: Pregunta antes."},
		},
		"the source in another order": {
			source:      []string{"summary: Who pays.", "title: Costs", "p: It pays early.", "#care: Care", "p: Ask first.", "li: A meal", "li: A bed", "p: The host pays."},
			translation: spanish,
		},
		"the translation in another order, and improved": {
			source:      english,
			translation: []string{"title: Costos", "summary: Quién paga.", "#care: Cuidados", "li: Una comida", "p: Paga con tiempo.", "li: Una cama"},
		},
		"one word": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: The host pays.", "p: It pays late.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: spanish,
			want:        []string{"changed 4 It pays late."},
		},
		"one word, in a paragraph that moved": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: It pays late.", "p: The host pays.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: spanish,
			want:        []string{"changed 4 It pays late."},
		},
		"one word, and the translation in another order": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: The host pays.", "p: It pays late.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: []string{"title: Costos", "summary: Quién paga.", "p: Paga pronto.", "p: Paga la anfitriona.", "#care: Cuidados", "li: Una cama", "li: Una comida", "p: Pregunta antes."},
			want:        []string{"changed 3 It pays late."},
		},
		"one word, and its translation too": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: The host pays.", "p: It pays late.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: []string{"title: Costos", "summary: Quién paga.", "p: Paga la anfitriona.", "p: Paga tarde.", "#care: Cuidados", "li: Una cama", "li: Una comida", "p: Pregunta antes."},
			want:        []string{"changed touched 4 It pays late."},
		},
		"front matter": {
			source:      []string{"title: The costs", "summary: Who pays.", "p: The host pays.", "p: It pays early.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: spanish,
			want:        []string{"changed 1 The costs"},
		},
		"a part more": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: The host pays.", "p: It pays early.", "#care: Care", "li: A bed", "li: A lamp", "li: A meal", "p: Ask first."},
			translation: spanish,
			want:        []string{"new 6 A lamp"},
		},
		"a part less": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: It pays early.", "#care: Care", "li: A bed", "li: A meal", "p: Ask first."},
			translation: spanish,
			want:        []string{"changed 3 nothing"},
		},
		"two at once": {
			source:      []string{"title: Costs", "summary: Who pays.", "p: The host should pay.", "p: It pays late.", "#care: Care", "li: A bed", "li: A meal", "p: Ask."},
			translation: spanish,
			want:        []string{"changed 3 The host should pay.", "changed 4 It pays late.", "changed 8 Ask."},
		},
	} {
		r := NewRecord(page("en", english...), page("es", spanish...))
		if got := said(r.Compare(page("en", c.source...), page("es", c.translation...))); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestSameTitle: a title and a tab title that say the same are still two.
func TestSameTitle(t *testing.T) {
	r := NewRecord(page("en", "title: Costs", "tab_title: Costs"), page("es", "title: Costos", "tab_title: Gastos"))
	got := said(r.Compare(page("en", "title: The costs", "tab_title: Costs"), page("es", "title: Costos", "tab_title: Gastos")))
	if want := []string{"changed 1 The costs"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAccept(t *testing.T) {
	now := page("en", "title: Costs", "p: The host pays.", "p: Ask frist.")
	es := page("es", "title: Costos", "p: Paga la anfitriona.", "p: Pregunta antes.")
	r := NewRecord(now, es)
	now = page("en", "title: Costs", "p: The host may pay.", "p: Ask first.")
	found := r.Compare(now, es)
	if len(found) != 2 || !r.Accept(found[1]) {
		t.Fatalf("%+v", found)
	}
	if got, want := said(r.Compare(now, es)), []string{"changed 2 The host may pay."}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q: a mended typo hides no other change", got, want)
	}
}

// TestUneven: a paragraph that the translator made two of does not shift those
// of other sections.
func TestUneven(t *testing.T) {
	en := page("en", "#a: A", "p: One and two.", "#b: B", "p: Three.", "p: Four.")
	es := page("es", "#a: A", "p: Uno.", "p: Dos.", "#b: B", "p: Tres.", "p: Cuatro.")
	r := NewRecord(en, es)
	en[4].Text = "Four and more."
	if got, want := said(r.Compare(en, es)), []string{"changed 6 Four and more."}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFile(t *testing.T) {
	r := NewRecord(page("en", english...), page("es", append(spanish[:2:2], spanish[3:]...)...))
	r.Source, r.Version, r.Changed = "en", 3, "2026-11"
	again, problems := Parse(source.NewFile("es/costs.toml", r.Bytes()))
	if len(problems) > 0 || !reflect.DeepEqual(r, again) {
		t.Errorf("%v: %+v, want %+v", problems, again, r)
	}
	for _, words := range append(english[:2:2], spanish...) {
		if _, text, _ := strings.Cut(words, ": "); strings.Contains(string(r.Bytes()), text) {
			t.Errorf("the record holds the words %q", text)
		}
	}
	for bad, line := range map[string]int{
		"source = \"en\"\nparts = [\n  \"0123456789ab - p\",\n<<<<<<< ours\n]\n":    4,
		"source = \"en\"\nparts = [\n  \"0123456789ab - p\",\n  \"0123 - p\",\n]\n": 4,
		"source = \"en\"\n": 1,
		"source = \"en\"\nparts = [\"0123456789ab - p\"]\nwords = \"x\"\n": 3,
	} {
		again, problems := Parse(source.NewFile("es/costs.toml", []byte(bad)))
		if again != nil || len(problems) == 0 || problems[0].At.Line != line || problems[0].Rule != "translation/record" {
			t.Errorf("%q: %v", bad, problems)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(string(NewRecord(page("en", english...), page("es", spanish...)).Bytes()))
	f.Add("source = \"en\"\nparts = [\"0123456789ab - p\", \"0123456789ab 0123456789ab +image.0.alt\"]\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, problems := Parse(source.NewFile("a.toml", []byte(text)))
		if (r == nil) == (len(problems) == 0) {
			t.Fatalf("%v, %v", r, problems)
		}
		if r != nil {
			r.Compare(page("en", english...), page("es", spanish...))
		}
	})
}
