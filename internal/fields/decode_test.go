package fields

import (
	"reflect"
	"testing"

	"handrail/internal/source"
)

type common struct {
	Title   string   `field:"title,required"`
	Version int      `field:"version"`
	Authors []string `field:"authors"`
}

type picture struct {
	At  source.Place
	Src string `field:"src,required"`
	Alt string `field:"alt"`
}

type page struct {
	common
	Draft   bool                `field:"draft"`
	Score   float64             `field:"score"`
	Steps   []int               `field:"steps"`
	Cover   *picture            `field:"cover"`
	Images  []picture           `field:"image"`
	Names   map[string]string   `field:"names"`
	Groups  map[string][]string `field:"groups"`
	Changed string              `field:"changed"`
	Any     Value               `field:"any"`
	Rest    *Table              `field:"rest"`
	Maybe   *bool               `field:"maybe"`
	Other   string
}

func TestDecode(t *testing.T) {
	table, problems := wholeTOML(`
title = "The packing shed"
version = 2
authors = "one"
draft = true
score = 2
steps = [1, 2]
changed = 2026-03-08
maybe = false
any = [1]
names = {en = "a", es = "b"}
groups = {en = ["a", "b"], es = "c"}
[cover]
src = "c.svg"
[[image]]
src = "a.svg"
alt = "A"
[[image]]
src = "b.svg"
[rest]
x = 1
`)
	var p page
	problems = append(problems, Decode(table, &p)...)
	if problems != nil {
		t.Fatal(said(problems))
	}
	no := false
	at := func(line int) source.Place { return source.Place{Path: "f.toml", Line: line, Col: 1} }
	want := page{
		common: common{Title: "The packing shed", Version: 2, Authors: []string{"one"}},
		Draft:  true, Score: 2, Steps: []int{1, 2}, Changed: "2026-03-08", Maybe: &no,
		Cover:  &picture{At: at(13), Src: "c.svg"},
		Images: []picture{{At: at(15), Src: "a.svg", Alt: "A"}, {At: at(18), Src: "b.svg"}},
		Names:  map[string]string{"en": "a", "es": "b"},
		Groups: map[string][]string{"en": {"a", "b"}, "es": {"c"}},
		Any:    p.Any, Rest: p.Rest,
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("got %+v\nwant %+v", p, want)
	}
	if p.Any.Type != List || p.Rest.Entries[0].Key != "x" {
		t.Errorf("any %v rest %v", p.Any, p.Rest)
	}
}

func TestDecodeProblems(t *testing.T) {
	title := "title = \"t\"\n"
	for text, want := range map[string]string{
		"":                                  "1:1 `title` is missing [front/missing-field]",
		"title = \" \"":                     "1:9 `title` is empty [front/missing-field]",
		title + "verzion = 1":               "2:1 `verzion` is not a known key; did you mean `version`? [front/unknown-key]",
		title + "completely_else = 1":       "2:1 `completely_else` is not a known key [front/unknown-key]",
		title + "[cover]\nsrc='a'\natl='b'": "4:1 `cover.atl` is not a known key; did you mean `cover.alt`? [front/unknown-key]",
		title + "[[image]]\nalt = \"a\"":    "2:1 `image.src` is missing [front/missing-field]",
		title + "version = \"2\"":           "2:11 `version` needs a whole number, for example 2 [front/wrong-type]",
		title + "version = 2.5":             "2:11 `version` needs a whole number, for example 2 [front/wrong-type]",
		title + "draft = \"true\"":          "2:9 `draft` needs true or false, without quotes [front/wrong-type]",
		title + "score = \"high\"":          "2:9 `score` needs a number, for example 2.5 [front/wrong-type]",
		title + "authors = [\"a\", 2]":      "2:17 `authors` needs a list of texts, for example [\"one\", \"two\"] [front/wrong-type]",
		title + "authors = 3":               "2:11 `authors` needs a list of texts, for example [\"one\", \"two\"] [front/wrong-type]",
		title + "steps = [1, \"b\"]":        "2:13 `steps` needs a list of whole numbers, for example [1, 2] [front/wrong-type]",
		title + "[image]\nsrc = \"a\"":      "2:1 `image` needs to be a list: in TOML write [[image]] with two brackets, in YAML begin each item with - [front/wrong-type]",
		title + "cover = \"a.svg\"":         "2:9 `cover` needs keys of its own, for example {key = \"value\"} [front/wrong-type]",
		title + "names = {en = 1}":          "2:15 `names.en` needs text in quotes, for example \"a few words\" [front/wrong-type]",
		title + "names = \"x\"":             "2:9 `names` needs keys of its own, for example {key = \"value\"} [front/wrong-type]",
		title + "\"a\\nb\u202e\" = 1":       "2:1 `a b` is not a known key [front/unknown-key]",
		"title = 2026":                      "1:9 `title` needs text in quotes, for example \"a few words\" [front/wrong-type]",
	} {
		table, problems := wholeTOML(text)
		if problems != nil {
			t.Fatalf("%q: %s", text, said(problems))
		}
		if got := said(Decode(table, &page{})); got != want+"\n" {
			t.Errorf("%q\n got: %swant: %s", text, got, want)
		}
	}
}

// YAML guesses types; what counts is what the field is for.
func TestDecodeYAMLWithoutQuotes(t *testing.T) {
	table, problems := wholeYAML("title: 2026\nauthors: [1.50, true]\ndraft: yes\nchanged: 2026-03\nversion:\nmaybe: off\nnames: {no: No}\n")
	var p page
	problems = append(problems, Decode(table, &p)...)
	if problems != nil {
		t.Fatal(said(problems))
	}
	if p.Title != "2026" || !reflect.DeepEqual(p.Authors, []string{"1.50", "true"}) || !p.Draft || p.Changed != "2026-03" || p.Maybe == nil || *p.Maybe || p.Names["no"] != "No" {
		t.Errorf("got %+v", p)
	}
	table, _ = wholeYAML("title: x\ndraft: \"yes\"\nversion: two\n")
	same(t, said(Decode(table, &page{})), "2:8 `draft` needs true or false, without quotes [front/wrong-type]\n3:10 `version` needs a whole number, for example 2 [front/wrong-type]")
}

func TestPrivateValues(t *testing.T) {
	table, _ := wholeTOML("title = \"t\"\n[private]\npanel = \"p-3\"\npay = 120\nok = true\n[private.venue]\ncontacts = [\"a made-up name\", 2026-02-14]\n")
	e, found := table.Remove("private")
	if !found || len(table.Entries) != 1 {
		t.Fatal("private is not removed")
	}
	if _, still := table.Find("private"); still {
		t.Error("private is still found")
	}
	var got []string
	e.Value.Table.Walk(func(key string, v Value) {
		for _, s := range v.Strings() {
			got = append(got, key+"="+s)
		}
	})
	want := []string{"panel=p-3", "pay=120", "venue.contacts=a made-up name", "venue.contacts=2026-02-14"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "tab_title", "summary", "written_for", "id", "lang", "image", "content_notes", "short_of"}
	for word, want := range map[string]string{
		"sumary": "summary", "tilte": "title", "Title": "title", "tab-title": "tab_title", "tabtitle": "tab_title",
		"ids": "id", "writen_for": "written_for", "content-note": "content_notes", "images": "image", "langage": "",
		"": "", "x": "", "completely_else": "", "shortof": "short_of",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
