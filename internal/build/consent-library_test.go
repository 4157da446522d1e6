package build_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handrail/internal/approval"
	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/finding"
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
	write(t, dir, "content/en/glossary.md", "+++\nkind = \"glossary\"\ntitle = \"Words\"\nsummary = \"What words mean.\"\n[[term]]\nid = \"worker\"\n[[term.meaning]]\ntext = \"Somebody who works.\"\n+++\n\nSee [the one](stories/s-4ad2.md).\n")
	write(t, dir, "content/en/stories/lamp.png", dot(1))
	write(t, dir, "content/en/stories/cup.png", dot(2))
	write(t, dir, "content/en/stories/door.png", dot(3))
	write(t, dir, "content/en/stories/jug.png", dot(4))
	return dir
}

// dot is a tiny picture that is like no other.
func dot(shade uint8) string { return cropped(shade, 4) }

// cropped is the same picture cut to its first columns.
func cropped(shade uint8, columns int) string {
	picture := image.NewRGBA(image.Rect(0, 0, 4, 4))
	picture.Set(1, 1, color.RGBA{R: shade, A: 255})
	var data bytes.Buffer
	if err := png.Encode(&data, picture.SubImage(image.Rect(0, 0, columns, 4))); err != nil {
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
