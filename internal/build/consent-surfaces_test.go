package build_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"handrail/internal/kind"
)

// TestSurfaces: an approved story shows on every surface, and on none when one
// thing about it is changed. The table has a change of every field there is.
func TestSurfaces(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	result, files := run(t, o)
	if found := rules(result); slices.Contains(found, "consent/lapsed") {
		t.Fatalf("the approved story is withheld: %v", found)
	}
	shown := traces(files)
	for _, want := range []string{
		"en/stories/s-4ad2/index.html", "en/index.html", "en/stories/index.html", "en/feed.xml", "sitemap.xml", // page, lists, feed, sitemap
		"en/guides/work/index.html", "en/guides/work/for-host/index.html", // quotations, also on an audience's page
		"en/stories/s-5be3/index.html", "es/stories/index.html", // neighbour, list in another language
		"en/glossary/index.html",
	} {
		if !slices.Contains(shown, want) {
			t.Errorf("%s does not show the story; the test would prove nothing", want)
		}
	}
	all := pictures(files)

	changes := map[string][2]string{ // old and new
		"title":             {"Zqtitle at night", "Zqtitle by night"},
		"tab_title":         {"Zqtab", "Zqtable"},
		"summary":           {"of two friends", "of three friends"},
		"written_for":       {"Zqregion", "Zqother"},
		"version":           {"version = 4", "version = 5"},
		"changed":           {"2026-02", "2026-03"},
		"audience":          {`["host"]`, `["funder"]`},
		"authors":           {"Zqauthor", "Zqanother"},
		"content_notes":     {"zqnote", "zqnotes"},
		"adapted_from":      {"Zqfrom", "Zqelsewhere"},
		"adapted_by":        {"Zqadapter", "Zqadaptor"},
		"reviewed_by":       {"Zqreviewer", "Zqreader"},
		"tested_by":         {"Zqtester", "Zqtrier"},
		"composite":         {"composite = true\n", ""},
		"contributors":      {"contributors = 4", "contributors = 5"},
		"context":           {`["labour"]`, `["labour", "speaking"]`},
		"terms_of_use":      {"Zqterms", "Zqterm"},
		"uses":              {`["training", "print"]`, `["training"]`},
		"short_of":          {"version = 4", "version = 4\nshort_of = \"s-5be3\""},
		"image.alt":         {"Zqalt, a lamp", "Zqalt, a light"},
		"image.caption":     {"Zqcaption", "Zqcaptions"},
		"image.credit":      {"Zqcredit", "Zqcredits"},
		"image.description": {"credit = \"Zqcredit\"", "credit = \"Zqcredit\"\ndescription = \"zqplace\""},
		"image.decorative":  {`alt = "Zqalt, a lamp."`, "decorative = true"},
		"a word":            {"zqsecond slip", "zqsecond note"},
		"a comma":           {"each zqword hour. It", "each zqword hour, it"},
		"a link":            {"about.md", "s-5be3.md"},
		"a link's tip":      {"Zqtip", "Zqtips"},
		"struck out":        {"~~struck~~", "struck"},
		"code":              {"`zqcode`", "`zqcoded`"},
		"verbatim":          {"zqverbatim", "zqverbatims"},
		"an id":             {"{#zqplace}", "{#zqplaces}"},
		"a title":           {"Zqbox", "Zqboxes"},
		"a container":       {":::note", ":::pause"},
		"a footnote":        {"Zqfoot.", "Zqfoots."},
		"inner alt":         {"Zqinner, a cup", "Zqinner, a mug"},
		"inner caption":     {"Zqunder", "Zqbelow"},
		"inner credit":      {"Zqmaker", "Zqmakers"},
		"other picture":     {"cup.png", "lamp.png"},
	}
	check := func(name string) {
		t.Helper()
		result, files := run(t, o)
		if found := rules(result); !slices.Contains(found, "consent/lapsed") {
			t.Errorf("%s: nothing says that the story was withheld, but %v", name, found)
		}
		if left := traces(files); len(left) > 0 {
			t.Errorf("%s: still seen in %v", name, left)
		}
		if n := pictures(files); n >= all {
			t.Errorf("%s: %d picture files, as before", name, n)
		}
		for _, f := range result.Findings {
			if text := f.Message + f.Fix + f.Selector; strings.Contains(f.Rule, "consent/") && marked.MatchString(text) {
				t.Errorf("%s: a report repeats words of the story: %s", name, text)
			}
		}
	}
	for name, c := range changes {
		if strings.Count(told, c[0]) == 0 {
			t.Fatalf("%s: the story does not hold %q", name, c[0])
		}
		write(t, dir, "content/en/stories/s-4ad2.md", strings.Replace(told, c[0], c[1], 1))
		check(name)
	}
	write(t, dir, "content/en/stories/s-4ad2.md", told)
	for _, picture := range []string{"lamp.png", "cup.png"} {
		shade := map[string]uint8{"lamp.png": 1, "cup.png": 2}[picture]
		old := dot(shade)
		write(t, dir, "content/en/stories/"+picture, old+"\x00")
		check("one byte more of " + picture)
		write(t, dir, "content/en/stories/"+picture, cropped(shade, 3))
		check("another crop of " + picture)
		write(t, dir, "content/en/stories/"+picture, old)
	}
	if err := os.Rename(filepath.Join(dir, "content/en/stories/s-4ad2.md"), filepath.Join(dir, "content/en/stories/elsewhere.md")); err != nil {
		t.Fatal(err)
	}

	// A field that somebody adds to the front matter needs a change here.
	for _, key := range keysOf(reflect.TypeFor[kind.Story](), "") {
		if slices.Contains([]string{"kind", "id", "lang", "draft", "terms", "translation_of", "machine_translated", "vital", "image.src"}, key) {
			continue // another piece or language, not shown, or seen by the picture's bytes
		}
		if _, tried := changes[key]; !tried {
			t.Errorf("the table lacks a change of `%s`", key)
		}
	}
}

// keysOf lists the keys of front matter that fill a struct.
func keysOf(t reflect.Type, path string) []string {
	var keys []string
	for i := range t.NumField() {
		f := t.Field(i)
		tag, _, _ := strings.Cut(f.Tag.Get("field"), ",")
		switch {
		case f.Anonymous:
			keys = append(keys, keysOf(f.Type, path)...)
		case tag == "":
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			keys = append(keys, keysOf(f.Type.Elem(), path+tag+".")...)
		default:
			keys = append(keys, path+tag)
		}
	}
	return keys
}

// TestStillApproved: what nobody can read differently changes nothing.
func TestStillApproved(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	for name, c := range map[string][2]string{
		"another wrap":      {"It was\nmore than", "It\nwas more than"},
		"one line":          {"It was\nmore than", "It was more than"},
		"a heading":         {"### A heading", "## A heading"},
		"underlined":        {"### A heading {#zqplace}", "A heading {#zqplace}\n---------"},
		"a comment":         {"It was", "It <!-- for us --> was"},
		"another order":     {"version = 4\nchanged = \"2026-02\"", "changed = \"2026-02\"\nversion = 4"},
		"line ends":         {"\n", "\r\n"},
		"accents in parts":  {"Zqfoot", "Zqfoot"},
		"the author's word": {`terms = ["worker"]`, `terms = ["worker", "packer"]`},
	} {
		write(t, dir, "content/en/stories/s-4ad2.md", strings.ReplaceAll(told, c[0], c[1]))
		result, files := run(t, o)
		if found := rules(result); slices.Contains(found, "consent/lapsed") || files["en/stories/s-4ad2/index.html"] == "" {
			t.Errorf("%s: the story is withheld: %v", name, found)
		}
	}
}
