package build_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handrail/internal/approval"
	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
)

// told is a story that uses everything a story can have. Words that begin with
// "zq" are in nothing else.
const told = `+++
id = "s-4ad2"
title = "Zqtitle at night"
tab_title = "Zqtab"
summary = "Zqsummary of two friends."
written_for = ["Zqregion"]
version = 4
changed = "2026-02"
audience = ["host"]
authors = ["Zqauthor"]
content_notes = ["zqnote"]
adapted_from = "Zqfrom"
adapted_by = "Zqadapter"
reviewed_by = "Zqreviewer"
tested_by = ["Zqtester"]
composite = true
contributors = 4
context = ["labour"]
terms_of_use = "Zqterms"
uses = ["training", "print"]
terms = ["worker"]

[[image]]
src = "lamp.png"
alt = "Zqalt, a lamp."
caption = "Zqcaption"
credit = "Zqcredit"
+++

We wrote down each zqword hour. It was
more than the zqsecond slip said[^1].

### A heading {#zqplace}

See [zqlink](about.md "Zqtip"), ~~struck~~ and ` + "`zqcode`" + `.

![Zqinner, a cup.](cup.png "Zqunder"){credit="Zqmaker"}

` + "```" + `
zqverbatim
` + "```" + `

:::note {title="Zqbox"}
More zqinside.
:::

[^1]: Zqfoot.
`

// quoting is a guide that shows words of the story in three places.
const quoting = `+++
title = "Work well"
summary = "What to do."
+++

Read [about it](../stories/s-4ad2.md) first.

:::recommendation {#r1 audience="host"}
Count the hours.

:::pull-quote {from="s-4ad2"}
We wrote down each zqword hour.
:::
:::
`

// storyteller is a library in two languages with the story in it, and another
// one beside it.
func storyteller(t *testing.T) string {
	t.Helper()
	dir := library(t)
	write(t, dir, "content/en/stories/s-4ad2.md", told)
	write(t, dir, "content/en/stories/about.md", "+++\nkind = \"page\"\ntitle = \"About them\"\nsummary = \"More.\"\n+++\n\nWords.\n")
	other := strings.NewReplacer("s-4ad2", "s-5be3", "Zq", "Ab", "zq", "ab", "about.md", "s-4ad2.md", "lamp.png", "door.png", "cup.png", "jug.png").Replace(told)
	write(t, dir, "content/en/stories/s-5be3.md", other)
	write(t, dir, "content/en/guides/work.md", quoting)
	write(t, dir, "content/en/stories/lamp.png", dot(1))
	write(t, dir, "content/en/stories/cup.png", dot(2))
	write(t, dir, "content/en/stories/door.png", dot(3))
	write(t, dir, "content/en/stories/jug.png", dot(4))
	return dir
}

// dot is a tiny picture that is like no other.
func dot(shade uint8) string {
	picture := image.NewRGBA(image.Rect(0, 0, 4, 4))
	picture.Set(1, 1, color.RGBA{R: shade, A: 255})
	var data bytes.Buffer
	if err := png.Encode(&data, picture); err != nil {
		panic(err)
	}
	return data.String()
}

// consentOptions run only what reading finds and the search for private values:
// how pages look and sound is for other tests, and takes most of the time.
func consentOptions(dir string) build.Options {
	o := options(dir)
	o.Checks = check.NewSet(slices.DeleteFunc(slices.Clone(o.Checks.All()), func(c *check.Check) bool { return !c.Load && c.ID != "private/in-output" }))
	return o
}

// approve records a yes to every story as it is now, with what change makes of
// the record.
func approve(t *testing.T, o build.Options, change func(*approval.Record)) {
	t.Helper()
	opened, err := build.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	for _, v := range opened.Judged.Verdicts {
		day := approval.Day(o.Today)
		r := &approval.Record{Content: v.Page.Common().ID, Lang: v.Page.Lang.Tag, By: "zqhandle-7", Role: "panel", Approved: day, Expires: day.AddDate(1, 0, 0),
			Scope: approval.Surfaces(), Paid: true, Reviewed: day, ReviewedBy: "zqhandle-8", Salt: "zqsalt-0123456789", State: approval.Active}
		r.Digest = v.Text.Digest(r.Salt)
		if change != nil && r.Content == "s-4ad2" {
			change(r)
		}
		if err := opened.Store.Save(r); err != nil {
			t.Fatal(err)
		}
	}
}

var marked = regexp.MustCompile(`(?i)\bzq\w+`)

// traces lists the files that show anything of the story.
func traces(files map[string]string) []string {
	var found []string
	for name, data := range files {
		if strings.Contains(name, "s-4ad2") || strings.Contains(data, "s-4ad2") || marked.MatchString(data) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

func rules(result *build.Result) []string {
	var all []string
	for _, f := range result.Findings {
		if f.Severity != finding.Info {
			all = append(all, f.Rule)
		}
	}
	return all
}

// pictures counts the picture files.
func pictures(files map[string]string) int {
	n := 0
	for name := range files {
		if strings.HasPrefix(name, "pictures/") {
			n++
		}
	}
	return n
}

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
		old := dot(map[string]uint8{"lamp.png": 1, "cup.png": 2}[picture])
		write(t, dir, "content/en/stories/"+picture, old+"\x00")
		check("one byte more of " + picture)
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

// TestStandings: whatever takes the yes away takes the story away, and the
// preview shows it with a warning, but for what was taken back.
func TestStandings(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(*approval.Record)
		rule    string
		preview bool
	}{
		"expired": {func(r *approval.Record) {
			r.Approved, r.Expires = r.Approved.AddDate(-2, 0, 0), r.Approved.AddDate(0, 0, -1)
		}, "consent/expired", true},
		"paused":  {func(r *approval.Record) { r.State = approval.Paused }, "consent/paused", true},
		"revoked": {func(r *approval.Record) { r.State = approval.Revoked }, "consent/revoked", false},
		"scope":   {func(r *approval.Record) { r.Scope = []approval.Surface{approval.Print, approval.Feed} }, "consent/scope", true},
		"tongue":  {func(r *approval.Record) { r.Lang = "es" }, "consent/missing", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := storyteller(t)
			o := consentOptions(dir)
			approve(t, o, c.change)
			result, files := run(t, o)
			if found := rules(result); !slices.Contains(found, c.rule) || result.Blocked(finding.Error) {
				t.Errorf("found %v", found)
			}
			if left := traces(files); len(left) > 0 {
				t.Errorf("still seen in %v", left)
			}
			o.Preview = true
			_, files = run(t, o)
			page := files["en/stories/s-4ad2/index.html"]
			if shown := strings.Contains(page, "Not approved. Do not share."); shown != c.preview {
				t.Errorf("the preview shows it with a warning: %v, want %v", shown, c.preview)
			}
			if left := traces(files); !c.preview && len(left) > 0 {
				t.Errorf("the preview shows what was taken back in %v", left)
			}
			if strings.Contains(files["en/stories/s-5be3/index.html"], "Not approved.") {
				t.Error("another page says that it is not approved")
			}
		})
	}
}

// TestScope: each surface keeps to what was allowed.
func TestScope(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, func(r *approval.Record) { r.Scope = []approval.Surface{approval.Web} })
	_, files := run(t, o)
	page := files["en/stories/s-4ad2/index.html"]
	for _, want := range []string{`class="story no-print"`, "It may not be printed.", `<meta name="robots" content="noindex">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, name := range []string{"en/feed.xml", "sitemap.xml"} {
		if strings.Contains(files[name], "s-4ad2") {
			t.Errorf("%s shows what may only be on the web", name)
		}
	}
	if other := files["en/stories/s-5be3/index.html"]; strings.Contains(other, "no-print") || strings.Contains(other, "noindex") {
		t.Error("another story keeps to a scope that is not its own")
	}

	write(t, dir, "content/en/stories/s-4ad2.md", strings.Replace(told, `uses = ["training", "print"]`, "", 1))
	approve(t, o, nil)
	_, files = run(t, o)
	if !strings.Contains(files["en/stories/s-4ad2/index.html"], `class="story no-print"`) {
		t.Error("a story whose `uses` do not name print can be printed")
	}
	if strings.Contains(files["en/guides/work/index.html"], "zqword") {
		t.Error("a guide quotes a story whose `uses` do not name training")
	}
}

// TestHandles: who said yes is in nothing that is made or said.
func TestHandles(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\n+++\n\nAsk zqhandle-7 first.\n")
	result, _ := run(t, o)
	if !slices.Contains(rules(result), "private/in-output") {
		t.Error("a handle stands on a page, and nothing says so")
	}
	for _, f := range result.Findings {
		if text := f.Message + f.Fix + f.File; strings.Contains(text, "zqhandle") || strings.Contains(text, "zqsalt") {
			t.Errorf("a finding repeats a handle: %+v", f)
		}
	}
}

// TestBrokenRecord: an approval that cannot be read blocks, wherever it is.
func TestBrokenRecord(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	write(t, dir, ".handrail/approvals/made-up-name.toml", "state = \"revoked\nby = \"made-up-name\"")
	result, _ := run(t, o)
	if !result.Blocked(finding.Error) {
		t.Errorf("found %v", rules(result))
	}
	for _, f := range result.Findings {
		if strings.Contains(f.File+f.Message+f.Fix, "made-up-name") {
			t.Errorf("a finding repeats the name of a file: %+v", f)
		}
	}
}
